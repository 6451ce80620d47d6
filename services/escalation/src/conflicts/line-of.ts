import { Problem } from '#platform';
import type { Tx } from '#platform';
import type { CaseCommand } from '../domain/case-command.js';
import type { CaseState } from '../domain/case-state.js';

/** The command with everybody whom naming the accused keeps away; a problem is about one person more. */
export async function withLine(
  tx: Tx,
  command: CaseCommand,
  state: CaseState,
): Promise<CaseCommand> {
  if (command.type === 'name-accused') {
    return { ...command, conflicted: await lineOf(tx, command.accused) };
  }
  if (command.type !== 'mark-problem') return command;
  const before = state.stage === 'none' ? undefined : state.conflict?.accused;
  return { ...command, conflicted: await lineOf(tx, [...(before ?? []), command.accused]) };
}

/**
 * The accused and whoever answers for them: supervisors and managers of their units and of those above,
 * but for the top, which has nobody to turn to instead; of an accused at the top, those beside them.
 * @throws Problem `validation` for somebody whom the organisation does not have
 */
async function lineOf(tx: Tx, accused: readonly string[]): Promise<string[]> {
  const known = await tx.query<{ id: string }>(`select id from agents where id = any($1::text[])`, [
    accused,
  ]);
  const unknown = accused.findIndex((agentId) => !known.some(({ id }) => id === agentId));
  if (unknown >= 0) {
    const message = 'no agent has this id';
    const path = `agents.${unknown}`;
    throw new Problem('validation', { errors: [{ path, rule: 'unknown-agent', message }] });
  }
  const line = await tx.query<{ id: string }>(
    `with recursive above (code, is_own) as (
       select unit, true from agents where id = any($1::text[]) and unit is not null
       union select u.parent, false from above a join directory u on u.kind = 'unit' and u.code = a.code
        where u.parent is not null
     ), conflicting as (
       select a.code from above a left join directory u on u.kind = 'unit' and u.code = a.code
        where a.is_own or u.parent is not null
     )
     select id from agents
      where unit in (select code from conflicting) and (roles::jsonb ?| array['supervisor', 'manager'])`,
    [accused],
  );
  return [...new Set([...accused, ...line.map(({ id }) => id)])];
}
