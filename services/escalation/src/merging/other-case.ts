import type { CaseCommandName } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { getCase } from '../cases/case-queries.js';
import { allCases } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';

/** Fields of commands that name a second case. */
const fields: Partial<Record<CaseCommandName, string>> = {
  merge: 'into',
  'join-incident': 'incident',
  'link-repeat': 'earlier',
  'rule-out-repeat': 'earlier',
};

/** Of which the caller says nothing but that it is there, as the masked hit said to them. */
const maybeUnseen: readonly CaseCommandName[] = ['link-repeat', 'rule-out-repeat'];

/** Second cases that the case itself knows. */
const known: Partial<Record<CaseCommandName, (state: OpenedCase) => string | undefined>> = {
  unmerge: ({ merged }) => merged?.caseId,
  'leave-incident': ({ incident }) => incident?.caseId,
};

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
  const path = fields[name];
  if (path === undefined) return known[name]?.(state);
  const refused = (rule: string, message: string) =>
    new Problem('validation', { errors: [{ path, rule, message }] });
  const within = maybeUnseen.includes(name) ? allCases : access;
  const found = await getCase(tx, String(input[path]), within).catch((error: unknown) => {
    const isUnknown = error instanceof Problem && error.slug === 'not-found';
    throw isUnknown ? refused('unknown-case', 'there is no such case') : error;
  });
  if (found.state.id === state.id) throw refused('same-case', 'it is the case itself');
  return found.state.id;
}

/** Whether that is still so of the locked case: another person may have been quicker. */
export function isStillOther(
  name: CaseCommandName,
  state: CaseState,
  otherId: string | undefined,
): boolean {
  const find = known[name];
  return !find || state.stage === 'none' || find(state) === otherId;
}

/** What the other case learns of a command, in the same transaction. */
export function echoOf(
  { type, ...command }: CaseCommand,
  state: CaseState,
): CaseCommand | undefined {
  if (state.stage === 'none' || !('by' in command)) return undefined;
  const named = { caseId: state.id, number: state.number };
  const keptFrom = state.conflict && { conflict: state.conflict };
  const { by } = command;
  switch (type) {
    case 'merge':
      return { type: 'join-duplicate', duplicate: { ...named, ...keptFrom }, by };
    case 'unmerge':
      return { type: 'release-duplicate', duplicate: named, by };
    case 'join-incident':
      return { type: 'grow-incident', member: named, by };
    case 'link-repeat':
    case 'rule-out-repeat':
      return { type: 'count-repeat', later: named, isRepeat: type === 'link-repeat', by };
    case 'leave-incident':
      return { type: 'shrink-incident', member: named, by };
    default:
      return undefined;
  }
}
