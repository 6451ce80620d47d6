import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { getCase } from '../cases/case-queries.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';

/**
 * The id of the other case that a command concerns, which is locked, decided and written in the same
 * transaction. Undefined for most commands.
 * @throws Problem `validation` for a case that is not there or the same one, `forbidden` for one of others
 */
export async function findOther(
  tx: Queries,
  name: CaseCommandName,
  input: Record<string, unknown>,
  state: OpenedCase,
  access: CaseAccess,
): Promise<string | undefined> {
  if (name === 'unmerge') return state.merged?.caseId;
  if (name !== 'merge') return undefined;
  return namedCase(tx, 'into', String(input['into']), state, access);
}

/** Whether that is still so of the locked case: another person may have been quicker. */
export function isStillOther(
  name: CaseCommandName,
  state: CaseState,
  otherId: string | undefined,
): boolean {
  return name !== 'unmerge' || state.stage === 'none' || state.merged?.caseId === otherId;
}

async function namedCase(
  tx: Queries,
  path: string,
  reference: string,
  { id }: OpenedCase,
  access: CaseAccess,
): Promise<string> {
  const refused = (rule: string, message: string) =>
    new Problem('validation', { errors: [{ path, rule, message }] });
  const found = await getCase(tx, reference, access).catch((error: unknown) => {
    const isUnknown = error instanceof Problem && error.slug === 'not-found';
    throw isUnknown ? refused('unknown-case', 'there is no such case') : error;
  });
  if (found.state.id === id) throw refused('same-case', 'it is the case itself');
  return found.state.id;
}

/** What the other case learns of a command, in the same transaction. */
export function echoOf(
  { type, ...command }: CaseCommand,
  state: CaseState,
): CaseCommand | undefined {
  if (state.stage === 'none' || !('by' in command)) return undefined;
  const duplicate = { caseId: state.id, number: state.number };
  const { by } = command;
  if (type === 'merge') return { type: 'join-duplicate', duplicate, by };
  return type === 'unmerge' ? { type: 'release-duplicate', duplicate, by } : undefined;
}
