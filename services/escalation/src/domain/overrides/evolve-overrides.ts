import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

/** Absent of a case whose stages all had their evidence. */
export function withOverride(
  state: OpenedCase,
  { stage, missing, reason, at, by }: Extract<CaseEvent, { name: 'stageOverridden' }>['data'],
): OpenedCase {
  const override = { stage, missing, reason, at: Date.parse(at), by };
  return { ...state, overrides: [...(state.overrides ?? []), override] };
}
