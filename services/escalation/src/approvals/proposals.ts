import { approvalCommand, caseCommandBodies } from '#contracts';
import type { ApprovalCommandName, CaseCommandName } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { parseOrProblem, Problem } from '#platform';
import { caseStream } from '../cases/case-rows.js';
import type { Seal } from '../cases/command-input.js';
import { fourEyesOf } from '../domain/approvals/decide-approvals.js';
import { caseEventOf } from '../domain/case-event.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { CaseState, OpenedCase } from '../domain/case-state.js';
import type { PolicyBook } from '../domain/policy-book.js';
import { readInput } from './read-approvals.js';

/** A command that another person asked for, with its body as it was then. */
export interface Proposal {
  name: ApprovalCommandName;
  input: Record<string, unknown>;
  /** Who asked for it, and so gives it. */
  by: string;
}

/**
 * The command that waits under an id in a case.
 * @throws Problem `not-found` when nothing does, `illegal-transition` when nobody can read it any more
 */
export async function readProposal(
  { database, events, keys }: ServiceRuntime,
  state: OpenedCase,
  approvalId: unknown,
): Promise<Proposal> {
  const waiting = state.approvals?.find(({ id }) => id === approvalId);
  const stored = waiting ? await events.readStream(database, caseStream(state.id)) : [];
  const asked = stored
    .map(({ type, data }) => caseEventOf(type, data as object))
    .find((event) => event?.name === 'approvalAsked' && event.data.approvalId === approvalId);
  if (!waiting || asked?.name !== 'approvalAsked') {
    throw new Problem('not-found', { detail: 'the case has nothing of this id that waits' });
  }
  const [text] = await keys.open(database, [asked.data.input]);
  const body = readInput(text);
  if (!body) {
    const detail = 'what was asked for can not be read any more: refuse it';
    throw new Problem('illegal-transition', { detail });
  }
  const { command: name, by } = waiting;
  return {
    name,
    by,
    input: parseOrProblem<Record<string, unknown>>(caseCommandBodies[name], body),
  };
}

/** Asks for a command instead of giving it, where the policy of the case wants a second person. */
export async function askInstead(
  name: CaseCommandName,
  input: Record<string, unknown>,
  proposed: CaseCommand,
  state: CaseState,
  policies: PolicyBook,
  seal: Seal,
): Promise<CaseCommand | undefined> {
  const rule = state.stage === 'none' ? undefined : fourEyesOf(name, state, { policies });
  if (!rule || !('by' in proposed)) return undefined;
  const { expectedVersion: _, ...body } = input;
  const sealed = await seal({ input: JSON.stringify(body) });
  return {
    type: 'ask-approval',
    ...{ command: approvalCommand.parse(name), decides: rule.decides, proposed },
    ...(rule.withinMinutes !== undefined && { withinMinutes: rule.withinMinutes }),
    ...{ input: sealed['input']!, by: proposed.by },
  };
}
