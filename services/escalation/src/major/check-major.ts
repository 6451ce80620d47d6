import { Problem } from '#platform';
import type { Tx } from '#platform';

/**
 * Whoever is named for a major complaint is an active agent of the organisation.
 * @throws Problem `validation` that names each field
 */
export async function checkMajor(
  tx: Tx,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const named = namedAgents(name, input);
  if (named.size === 0) return;
  const rows = await tx.query<{ id: string }>(
    `select id from agents where id = any($1::text[]) and active`,
    [[...named.values()]],
  );
  const known = new Set(rows.map(({ id }) => id));
  const errors = [...named]
    .filter(([, agent]) => !known.has(agent))
    .map(([path]) => ({
      ...{ path, rule: 'unknown-agent' },
      message: 'no active agent has this id',
    }));
  if (errors.length > 0) throw new Problem('validation', { errors });
}

/** Agents by the field that names them. */
function namedAgents(name: string, input: Readonly<Record<string, unknown>>): Map<string, string> {
  if (name === 'map-stakeholder') return new Map([['speaker', String(input['speaker'])]]);
  if (name !== 'name-task-force') return new Map();
  const members = input['members'] as { agent: string }[];
  return new Map([
    ['lead', String(input['lead'])],
    ...members.map(({ agent }, index): [string, string] => [`members.${index}.agent`, agent]),
  ]);
}
