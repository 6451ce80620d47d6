import { isCounting } from '#sla';
import type { CaseEvent } from '../case-event.js';
import type { ClosedCase, OpenedCase } from '../case-state.js';
import { withoutClock } from '../ladder/evolve-ladder.js';

type DataOf<N extends CaseEvent['name']> = Extract<CaseEvent, { name: N }>['data'];

/** A merged case holds what runs of it: the clocks as they are, and alerts that go on. */
export function withMerged(state: OpenedCase, data: DataOf<'merged'>): ClosedCase {
  const { climbs, clocks, stage } = state;
  const merged = {
    ...{ caseId: data.into, number: data.intoNumber, undoUntil: Date.parse(data.undoUntil) },
    ...{ stage, clocks: clocks.filter(isCounting) },
    ...(climbs && { climbs }),
  };
  return { ...withoutClock(state), stage: 'closed', status: 'merged', merged };
}

export function withRestored(state: OpenedCase, { clockId }: DataOf<'clockRestored'>): OpenedCase {
  const held = state.merged?.clocks.find((clock) => clock.clockId === clockId);
  if (!held) return state;
  return { ...state, clocks: state.clocks.map((one) => (one.clockId === clockId ? held : one)) };
}

/** Its alerts go on; the clocks were restored one by one, and its stage follows. */
export function withoutMerged(state: OpenedCase): OpenedCase {
  const { merged, ...facts } = state;
  return { ...facts, ...(merged?.climbs && { climbs: merged.climbs }) } as OpenedCase;
}

/** What somebody took on while its case was merged does not go on after an undo. */
export function withoutHeldAlert(state: OpenedCase, alertId: string): OpenedCase {
  if (!state.merged?.climbs) return state;
  const { climbs, ...merged } = state.merged;
  const left = climbs.filter((climb) => climb.alertId !== alertId);
  return { ...state, merged: { ...merged, ...(left.length > 0 && { climbs: left }) } };
}

/** Absent without any. */
export function withDuplicates(
  state: OpenedCase,
  event: Extract<CaseEvent, { name: 'duplicateJoined' | 'duplicateLeft' }>,
): OpenedCase {
  const { duplicate: caseId, duplicateNumber: number } = event.data;
  const { duplicates = [], ...facts } = state;
  const others = duplicates.filter((one) => one.caseId !== caseId);
  const now = event.name === 'duplicateJoined' ? [...others, { caseId, number }] : others;
  return { ...facts, ...(now.length > 0 && { duplicates: now }) } as OpenedCase;
}
