import { mergeReason, readReason, unmergeReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseState } from '../domain/case-state.js';
import type { MergeCommand } from '../domain/merging/merge-command.js';

type MergeInput = Extract<CommandInput, { name: MergeCommand['type'] }>;

/** The domain's command of one on a duplicate; `other` is the case that it is one of. */
export async function toMergeCommand(
  { name, input }: MergeInput,
  principal: Principal,
  seal: Seal,
  other: CaseState | undefined,
): Promise<MergeCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  if (name === 'unmerge') {
    const { code, words } = readReason(unmergeReason, input.reason, input.note);
    return { type: name, reason: code, ...(await noted(words)), by };
  }
  // Read before: a command that names a case comes here with it.
  if (!other || other.stage === 'none') throw new RangeError('the other case was not loaded');
  const { code, words } = readReason(mergeReason, input.reason, input.note);
  const into = { caseId: other.id, number: other.number, receivedAt: other.receivedAt };
  return { type: name, into, reason: code, ...(await noted(words)), by };
}
