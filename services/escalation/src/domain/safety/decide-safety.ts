import type { Severity, Seriousness } from '#contracts';
import { isOpenClock } from '../case-clocks.js';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { cancelAll, policyClock, stopAnswered } from '../decide-stages.js';
import { decideTerms } from '../decide-terms.js';
import { iso } from '../clock-events.js';
import { refuseConflicted } from '../conflicts/decide-conflicts.js';
import type { DecisionContext } from '../decision-context.js';
import { evolve } from '../evolve.js';
import { leaveForSafety, safetyRuleOf } from './leave-flow.js';
import type { SafetyCommand } from './safety-command.js';
import { missingForSafety } from './safety-state.js';
import type { SafetyFacts } from './safety-state.js';

type Command<T extends SafetyCommand['type']> = Extract<SafetyCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** Safety reports: taken on by a desk, told in versions, sent to those who have to know, ended. */
export function decideSafety(
  command: SafetyCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw refused(`the case is ${state.status}`);
  if (command.type === 'leave-for-safety') return leave(command, state, now, context);
  const { safety } = state;
  if (!safety) throw refused('the case is no safety report: leave-for-safety makes it one');
  switch (command.type) {
    case 'take-safety-report':
      return take(command, state, safety, now, context);
    case 'report-adverse-event':
      return report(command, state, safety, now, context);
    case 'record-safety-submission':
      return submit(command, state, safety, now, context);
    case 'end-safety-report':
      return end(command, state, safety, now);
  }
}

function leave(
  { category, note, by }: Command<'leave-for-safety'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.safety) throw refused(`${state.safety.desk} has it as a safety report already`);
  if (state.incident || state.incidentCases) throw refused('it belongs to an incident: leave that');
  const rule = safetyRuleOf(state, context, category);
  if (!rule) throw refused(`the policy keeps ${category} in the normal flow`);
  return leaveForSafety(state, rule, { cause: 'found', category, note, by }, now, context);
}

/** Until somebody at the desk takes it on, whoever was asked first owns it. */
function take(
  { owner, by }: Command<'take-safety-report'>,
  state: OpenedCase,
  { takenBy }: SafetyFacts,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (takenBy !== undefined) throw refused(`${takenBy} has taken it on already`);
  refuseConflicted(state, owner);
  const base = { caseId: state.id, at: iso(now), owner, by };
  return [
    caseEvent('safetyTaken', { ...base, dimensions: state.dimensions }),
    ...(owner === state.owner ? [] : [caseEvent('assigned', base)]),
    ...stopAnswered(state, now, context, 'acknowledge'),
  ];
}

/** What a serious event makes of the case: a later version never makes it less grave. */
const graver: readonly Severity[] = ['low', 'normal', 'high', 'critical'];

function severityOf(seriousness: readonly Seriousness[]): Severity {
  const isMortal = seriousness.some((one) => one === 'death' || one === 'life-threatening');
  if (isMortal) return 'critical';
  return seriousness.length > 0 ? 'high' : 'low';
}

function report(
  command: Command<'report-adverse-event'>,
  state: OpenedCase,
  safety: SafetyFacts,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { type: _, product = state.dimensions.product, seriousness, ...said } = command;
  if (product === undefined) {
    const detail = 'name the product: without it there is no report';
    throw new CaseRefusal('missing-evidence', detail, ['product']);
  }
  const reported = caseEvent('safetyReported', {
    ...{ caseId: state.id, at: iso(now), version: (safety.version ?? 0) + 1, product },
    ...{ ...said, seriousness: [...seriousness], dimensions: state.dimensions },
  });
  const severity = severityOf(seriousness);
  const isGraver = graver.indexOf(severity) > graver.indexOf(state.priority);
  const terms = { type: 'change-severity' as const, severity, by: command.by };
  const graded = isGraver ? decideTerms(terms, state, now, context) : [];
  const told = graded.reduce((current, event) => evolve(current, event) as OpenedCase, state);
  // What the authority has is out of date: the new version has a time of its own.
  const again = safety.submitted === safety.version && safety.submitted !== undefined;
  const isTimed = told.clocks.some((one) => one.kind === 'statutory' && isOpenClock(one));
  const clock =
    again && !isTimed ? policyClock(told, context, ({ kind }) => kind === 'statutory', now) : [];
  return [reported, ...graded, ...clock];
}

function submit(
  { recipient, channel, name, reference, at, by }: Command<'record-safety-submission'>,
  state: OpenedCase,
  { version }: SafetyFacts,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (version === undefined) {
    const detail = 'nothing was reported that could be sent';
    throw new CaseRefusal('missing-evidence', detail, ['report']);
  }
  const sentAt = at ?? now;
  const sent = caseEvent('safetySubmitted', {
    ...{ caseId: state.id, at: iso(sentAt), version, recipient, channel, by },
    ...(name && { name }),
    ...(reference && { reference }),
    dimensions: state.dimensions,
  });
  if (recipient !== 'authority') return [sent];
  return [sent, ...stopAnswered(state, sentAt, context, 'statutory')];
}

function end(
  { finding, note, by }: Command<'end-safety-report'>,
  state: OpenedCase,
  safety: SafetyFacts,
  now: number,
): CaseEvent[] {
  const missing = finding === 'reported' ? missingForSafety(safety) : [];
  if (missing.length > 0) {
    const detail = 'a safety report ends once the authority has its latest version';
    throw new CaseRefusal('missing-evidence', detail, missing);
  }
  const base = { caseId: state.id, at: iso(now), by, ...(note && { note }) };
  return [
    caseEvent('safetyEnded', { ...base, finding, dimensions: state.dimensions }),
    ...cancelAll(state, now, 'safety-ended'),
    caseEvent('closed', { ...base, reason: 'other' }),
  ];
}
