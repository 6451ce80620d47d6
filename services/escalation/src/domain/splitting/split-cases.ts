import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { carryConflict } from '../conflicts/carry-conflict.js';
import type { SplitCommand } from './split-command.js';

/** Told after the part was filed: whatever stands, it stands. */
export function decideSplit(command: SplitCommand, state: OpenedCase, now: number): CaseEvent[] {
  const { id: caseId, dimensions } = state;
  const { reason, by } = command;
  const base = { caseId, at: iso(now), reason, dimensions, by };
  if (command.type === 'note-part') {
    const { caseId: part, number: partNumber } = command.part;
    return [caseEvent('partSplit', { ...base, part, partNumber })];
  }
  const { caseId: from, number: fromNumber, conflict } = command.from;
  const splitOff = caseEvent('splitOff', { ...base, from, fromNumber });
  return [splitOff, ...carryConflict(state, conflict, now, by)];
}

/** Absent of a case that is whole. */
export function evolveSplit(
  state: OpenedCase,
  { name, data }: Extract<CaseEvent, { name: 'splitOff' | 'partSplit' }>,
): OpenedCase {
  if (name === 'splitOff') {
    return { ...state, splitFrom: { caseId: data.from, number: data.fromNumber } };
  }
  const part = { caseId: data.part, number: data.partNumber };
  return { ...state, parts: [...(state.parts ?? []), part] };
}
