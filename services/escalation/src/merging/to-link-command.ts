import { mergeReason, readReason, unmergeReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseState } from '../domain/case-state.js';
import type { IncidentCommand } from '../domain/incidents/incident-command.js';
import type { MergeCommand } from '../domain/merging/merge-command.js';

type LinkCommand = MergeCommand | IncidentCommand;
type LinkInput = Extract<CommandInput, { name: LinkCommand['type'] }>;

/** The domain's command of one that concerns two cases; `other` is the second one. */
export async function toLinkCommand(
  { name, input }: LinkInput,
  principal: Principal,
  seal: Seal,
  other: CaseState | undefined,
): Promise<LinkCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  switch (name) {
    case 'merge': {
      const { code, words } = readReason(mergeReason, input.reason, input.note);
      const conflict = other?.stage === 'none' ? undefined : other?.conflict;
      const into = { ...namedCase(other), ...(conflict && { conflict }) };
      return { type: name, into, reason: code, ...(await noted(words)), by };
    }
    case 'unmerge': {
      const { code, words } = readReason(unmergeReason, input.reason, input.note);
      return { type: name, reason: code, ...(await noted(words)), by };
    }
    case 'join-incident': {
      const { caseId, number } = namedCase(other);
      return { type: name, incident: { caseId, number }, by };
    }
    case 'leave-incident':
      return { type: name, by };
  }
}

/** Read before: a command that names a case comes here with it. */
export function namedCase(other: CaseState | undefined) {
  if (!other || other.stage === 'none') throw new RangeError('the other case was not loaded');
  const { id: caseId, number, receivedAt } = other;
  return { caseId, number, receivedAt };
}
