import type { StaleChange } from '#contracts';
import { Problem } from '#platform';
import type { Tx } from '#platform';
import type { CaseParts } from '../cases/case-parts.js';
import { caseStream } from '../cases/case-rows.js';

/** More than a person reads before they look at the case again. */
const mostChanges = 50;

/**
 * The problem that says what happened to a case since the version somebody read, and who did it; of a version
 * that it never had, that there is none.
 */
export async function staleVersion(
  tx: Tx,
  { events }: Pick<CaseParts, 'events'>,
  id: string,
  expected: number,
  version: number,
): Promise<Problem> {
  const stored = await events.readStream(tx, caseStream(id));
  const changes = stored
    .filter(({ sequence }) => sequence > expected)
    .slice(-mostChanges)
    .map(({ sequence, type, occurredAt, headers }): StaleChange => ({
      sequence,
      type,
      at: new Date(occurredAt).toISOString(),
      actor: headers['actor'] ?? null,
    }));
  const detail = `version ${version} is the latest, the case never had a version ${expected}`;
  return new Problem('stale-version', {
    ...(expected > version && { detail }),
    extra: { version, changes },
  });
}
