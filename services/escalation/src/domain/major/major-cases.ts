import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import type { DecisionContext } from '../decision-context.js';
import type { MajorCommand } from './major-command.js';

/**
 * A major complaint is settled by people who are named, with an eye on everybody who has a say in it:
 * each of those hears from one of us and no other.
 */
export function decideMajor(
  command: MajorCommand,
  state: OpenedCase,
  now: number,
  { newId }: DecisionContext,
): CaseEvent[] {
  const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
  if (state.stage === 'closed') throw refused(`the case is ${state.status}`);
  if (state.triage?.complaintTier !== 'major') {
    throw refused('the complaint was not triaged as major');
  }
  const base = { caseId: state.id, at: iso(now), dimensions: state.dimensions, by: command.by };
  if (command.type === 'name-task-force') {
    const { lead, members } = command;
    for (const one of [lead, ...members.map(({ agent }) => agent)]) {
      refuseConflicted(state, one, 'serve on the task force');
    }
    return [caseEvent('taskForceNamed', { ...base, lead, members: [...members] })];
  }
  const { kind, stance, speaker, name, concern, stakeholderId = newId() } = command;
  refuseConflicted(state, speaker, 'speak to them');
  const isKnown = state.major?.stakeholders?.some(({ id }) => id === stakeholderId);
  if (command.stakeholderId !== undefined && !isKnown) {
    throw new CaseRefusal('not-found', 'nobody was mapped under this id');
  }
  return [
    caseEvent('stakeholderMapped', {
      ...{ ...base, stakeholderId, kind, stance, speaker, name },
      ...(concern && { concern }),
    }),
  ];
}

export function evolveMajor(
  state: OpenedCase,
  { name, data }: Extract<CaseEvent, { name: 'taskForceNamed' | 'stakeholderMapped' }>,
): OpenedCase {
  const { major } = state;
  if (name === 'taskForceNamed') {
    const members = data.members.map(({ agent }) => agent);
    return { ...state, major: { ...major, taskForce: { lead: data.lead, members } } };
  }
  const { stakeholderId: id, kind, speaker } = data;
  const others = major?.stakeholders?.filter((one) => one.id !== id) ?? [];
  return { ...state, major: { ...major, stakeholders: [...others, { id, kind, speaker }] } };
}
