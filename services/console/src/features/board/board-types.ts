import type { paths } from '../../api/schema.js';

export type { AlertView } from '../../shared/alerts/alert-facts.js';

type Answer<Path extends keyof paths, Status extends number = 200> = paths[Path] extends {
  get: { responses: Record<Status, { content: { 'application/json': infer Body } }> };
}
  ? Body
  : never;

export type CaseView = Answer<'/api/v1/cases/{id}'>;
export type ExplainedClock = Answer<'/api/v1/cases/{id}/clocks'>['clocks'][number];
export type Workload = Answer<'/api/v1/workload'>;
export type DueClock = Workload['due'][number];
export type DueTask = Workload['tasks'][number];
export type Approval = Answer<'/api/v1/approvals'>['items'][number];
export type WaitingExtension = Answer<'/api/v1/extension-requests'>['items'][number];
export type DutyView = Answer<'/api/v1/duty'>;
export type DutyRoster = DutyView['rosters'][number];
export type DutyAbsence = DutyView['absences'][number];
export type OnCall = Answer<'/api/v1/duty/now'>['rosters'][number];
export type TaskForce = Answer<'/api/v1/cases/{id}/task-force'>;
export type Stakeholder = TaskForce['stakeholders'][number];
export type Incident = Answer<'/api/v1/incidents'>['items'][number];
export type IncidentCases = Answer<'/api/v1/cases/{id}/incident'>;

/** A case as a list names it. */
export interface NamedCase {
  id: string;
  number: string;
}
