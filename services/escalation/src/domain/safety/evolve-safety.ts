import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

type SafetyEvent = Extract<
  CaseEvent,
  { name: 'leftForSafety' | 'safetyTaken' | 'safetyReported' | 'safetySubmitted' | 'safetyEnded' }
>;

/** The case after an event of its safety report. */
export function evolveSafety(state: OpenedCase, event: SafetyEvent): OpenedCase {
  if (event.name === 'leftForSafety') {
    const { desk, dimensions } = event.data;
    // Units that had it on its way, and what was kept for its stages, are of the normal flow.
    const { departments: _, evidence: __, ...rest } = state;
    return { ...(rest as OpenedCase), dimensions, safety: { desk } };
  }
  const { safety } = state;
  if (!safety) return state;
  switch (event.name) {
    case 'safetyTaken': {
      const { owner } = event.data;
      return { ...state, owner, safety: { ...safety, takenBy: owner } };
    }
    case 'safetyReported':
      return { ...state, safety: { ...safety, version: event.data.version } };
    case 'safetySubmitted': {
      const { recipient, version } = event.data;
      if (recipient !== 'authority') return state;
      return { ...state, safety: { ...safety, submitted: version } };
    }
    case 'safetyEnded':
      return state;
  }
}
