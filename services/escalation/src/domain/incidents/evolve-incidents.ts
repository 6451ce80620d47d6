import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

type IncidentEvent = Extract<
  CaseEvent,
  { name: 'incidentJoined' | 'incidentLeft' | 'incidentGrown' | 'incidentShrunk' }
>;

/** Both facts are absent of most cases. */
export function evolveIncidents(state: OpenedCase, { name, data }: IncidentEvent): OpenedCase {
  const { incident: _, incidentCases: _cases, ...facts } = state;
  switch (name) {
    case 'incidentJoined': {
      const incident = { caseId: data.incident, number: data.incidentNumber };
      return { ...state, incident };
    }
    case 'incidentLeft':
      return facts as OpenedCase;
    case 'incidentGrown':
    case 'incidentShrunk':
      return data.cases > 0 ? { ...state, incidentCases: data.cases } : (facts as OpenedCase);
  }
}
