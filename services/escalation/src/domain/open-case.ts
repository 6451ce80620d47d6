import { selectRule, startClock } from '#sla';
import type { PolicyClock } from '#sla';
import { pinnedCalendar } from './case-clocks.js';
import type { ComplaintFacts } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { toClockFacts } from './clock-facts.js';
import { ruleFacts } from './decide-terms.js';
import type { DecisionContext } from './decision-context.js';
import { openingAlarms } from './triggers/case-alarms.js';
import { leftAsOpened } from './safety/leave-flow.js';

/** A source's record says nothing of these, so an imported case does not get them. */
const kindsWithoutRecordedEvidence = new Set<PolicyClock['kind']>([
  'acknowledge',
  'stage',
  'next-update',
]);

/** One event opens the case with all its first clocks; alerts beside it where somebody must know at once. */
export function openCase(
  complaint: ComplaintFacts,
  imported: boolean,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const policy = context.policies.current;
  const calendars = context.policies.calendars(policy.version);
  const rule = selectRule(policy, ruleFacts(complaint.priority, complaint.dimensions));
  const clocks = rule.clocks
    .filter((clock) => clock.stage === undefined || clock.stage === 'control')
    .filter((clock) => clock.kind !== 'department')
    .filter((clock) => clock.kind !== 'external' || complaint.externalDueAt !== undefined)
    .filter((clock) => !imported || !kindsWithoutRecordedEvidence.has(clock.kind))
    .map((clock) => {
      return startClock(
        {
          clockId: clock.stage ? `stage:${clock.stage}` : clock.kind,
          kind: clock.kind,
          ...(clock.stage && { stage: clock.stage }),
          startedAt: complaint.receivedAt,
          budget: clock.budget,
          calendar: pinnedCalendar(policy, clock, complaint.receivedAt),
          thresholds: clock.warnings,
          externalDueAt: complaint.externalDueAt,
        },
        calendars,
      );
    });
  const { caseId, number, customerId, owner, priority, threats, dimensions, externalId } =
    complaint;
  const at = new Date(now).toISOString();
  const opened = caseEvent('opened', {
    caseId,
    number,
    customerId,
    ...(owner && { owner }),
    ...(externalId && { externalId }),
    priority,
    threats,
    dimensions,
    at,
    policyRule: rule.id,
    policyVersion: policy.version,
    clocks: clocks.map((clock) => toClockFacts(clock, complaint.receivedAt, calendars)),
    receivedAt: new Date(complaint.receivedAt).toISOString(),
  });
  if (imported) return [opened];
  const left = rule.safety && leftAsOpened(opened.data, rule.safety.desk);
  const events = left ? [opened, left] : [opened];
  return [...events, ...openingAlarms(events, complaint, now, context)];
}
