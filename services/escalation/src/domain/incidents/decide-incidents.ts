import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { IncidentCommand } from './incident-command.js';

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** As many as one request answers: each is decided in a transaction of its own. */
const mostCases = 1_000;

/**
 * Many cases with one cause: each keeps its clocks, its owner and its evidence, one stands for all. There
 * is one level: what stands for others belongs to no other, and nothing that has ended is added.
 */
export function decideIncidents(
  command: IncidentCommand,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const { dimensions, incident, incidentCases = 0 } = state;
  const base = { caseId: state.id, at: iso(now), dimensions, by: command.by };
  switch (command.type) {
    case 'join-incident': {
      const { caseId, number } = command.incident;
      if (incident?.caseId === caseId) throw refused(`it belongs to ${number} already`);
      if (incident) throw refused(`it belongs to ${incident.number}: it has to leave that first`);
      if (incidentCases > 0) throw refused('other cases belong to this one');
      refuseEnded(state);
      return [caseEvent('incidentJoined', { ...base, incident: caseId, incidentNumber: number })];
    }
    case 'leave-incident': {
      if (!incident) throw refused('it belongs to no incident');
      const { caseId, number } = incident;
      return [caseEvent('incidentLeft', { ...base, incident: caseId, incidentNumber: number })];
    }
    case 'grow-incident': {
      if (incident) throw refused(`${state.number} belongs to ${incident.number} itself`);
      if (incidentCases >= mostCases) throw refused(`${mostCases} cases belong to it, the most`);
      refuseEnded(state);
      return [caseEvent('incidentGrown', { ...base, ...named(command), cases: incidentCases + 1 })];
    }
    case 'shrink-incident':
      return [
        caseEvent('incidentShrunk', { ...base, ...named(command), cases: incidentCases - 1 }),
      ];
  }
}

const named = ({ member }: Extract<IncidentCommand, { member: unknown }>) => ({
  member: member.caseId,
  memberNumber: member.number,
});

function refuseEnded({ stage, status, number }: OpenedCase): void {
  if (stage === 'closed') throw refused(`${number} is ${status}`);
}
