import type { CaseView, ClockKind, ClockView, CaseStage } from '#contracts';
import { consumedMinutes, rulingClock } from '#sla';
import type { SlaClock } from '#sla';
import { calendarsOf } from '../domain/case-clocks.js';
import { isWorking } from '../domain/case-state.js';
import { extensionLeft, waitingExtensions } from '../domain/decide-extensions.js';
import type { OpenedCase } from '../domain/case-state.js';
import { missingEvidence } from '../domain/evidence/stage-evidence.js';
import { pendingTransfer } from '../domain/departments/transfer-steps.js';
import { lackingToClose } from '../domain/major/major-closing.js';
import { missingForSafety } from '../domain/safety/safety-state.js';
import type { NamedCase } from '../domain/merging/merge-command.js';
import { queueOf } from '../domain/queues/case-queue.js';
import type { PolicyBook } from '../domain/policy-book.js';

const iso = (instant: number) => new Date(instant).toISOString();

/** A clock of a case as the API shows it; most clocks have none of the optional fields. */
export function toClockView(
  state: OpenedCase,
  clock: SlaClock,
  now: number,
  policies: PolicyBook,
): ClockView {
  const { clockId, stage, stoppedAt, pauses, extensions, linkedTo, rule } = clock;
  const consumed = consumedMinutes(clock, now, calendarsOf(state, clock, policies));
  const view: ClockView = {
    clockId,
    kind: clock.kind as ClockKind,
    state: clock.state,
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    budget: { ...clock.budget },
    consumedMinutes: Math.round(consumed * 100) / 100,
    revision: clock.revision,
  };
  if (stage !== undefined) view.stage = stage as CaseStage;
  if (stoppedAt !== undefined) view.stoppedAt = iso(stoppedAt);
  if (pauses !== undefined) {
    view.pauses = pauses.map(({ from, to, reason }) => ({
      from: iso(from),
      ...(to !== undefined && { to: iso(to) }),
      reason,
    }));
  }
  if (extensions !== undefined) view.extensions = extensions.map((budget) => ({ ...budget }));
  const extension = extensionLeft(state, clock, policies);
  if (extension !== undefined) view.extendableBy = { ...extension.budget };
  const request = waitingExtensions(state).find((one) => one.clock === clock);
  if (request !== undefined) view.extensionRequestedBy = request.by;
  if (linkedTo !== undefined) view.linkedTo = linkedTo;
  if (rule !== undefined && rule !== state.policyRule) view.rule = rule;
  return view;
}

/** A case as the API shows it. */
export function toCaseView(
  state: OpenedCase,
  version: number,
  now: number,
  policies: PolicyBook,
): CaseView {
  const href = `/api/v1/cases/${state.id}`;
  const pending = pendingTransfer(state);
  return {
    id: state.id,
    number: state.number,
    version,
    stage: state.stage,
    status: state.status,
    owner: state.owner ?? null,
    customer: { id: state.customerId },
    priority: state.priority,
    severity: state.dimensions.severity,
    tier: state.dimensions.tier,
    category: state.dimensions.category,
    ...(state.dimensions.product && { product: state.dimensions.product }),
    channel: state.dimensions.channel,
    unit: state.dimensions.unit ?? null,
    externalId: state.externalId ?? null,
    sourceStatus: state.sourceStatus ?? null,
    policyRule: state.policyRule,
    receivedAt: iso(state.receivedAt),
    ...(pending && { transferTo: pending.to }),
    ...(pending?.from !== undefined && { transferFrom: pending.from }),
    ...mergedInto(state),
    ...(state.conflict && {
      accused: [...state.conflict.accused],
      conflicted: [...state.conflict.conflicted],
    }),
    ...(state.threats.length > 0 && { threats: [...state.threats] }),
    ...(state.snooze && { snoozedUntil: iso(state.snooze.until) }),
    ...(state.safety && {
      safety: { desk: state.safety.desk, takenBy: state.safety.takenBy ?? null },
    }),
    ...(state.parties && { parties: state.parties.map((party) => ({ ...party })) }),
    ...repeated(state),
    ...queued(state, policies),
    clocks: state.clocks.map((clock) => toClockView(state, clock, now, policies)),
    rulingClock: rulingClock(state.clocks)?.clockId ?? null,
    missing: missingOf(state, policies),
    triage: toTriageView(state),
    ...overridden(state),
    ...waiting(state),
    links: [
      { rel: 'self', href },
      { rel: 'complaint', href: `/api/v1/complaints/${state.id}` },
      { rel: 'timeline', href: `${href}/timeline` },
      { rel: 'clocks', href: `${href}/clocks` },
      { rel: 'resolution', href: `${href}/resolution` },
      { rel: 'departments', href: `${href}/departments` },
      ...linkedCases(state),
      { rel: 'orders', href: `${href}/orders` },
      { rel: 'approvals', href: `${href}/approvals` },
      ...(state.parties ? [{ rel: 'parties', href: `${href}/parties` }] : []),
      ...(state.safety ? [{ rel: 'safety', href: `${href}/safety` }] : []),
      { rel: 'attachments', href: `${href}/attachments` },
    ],
  };
}

function mergedInto({ merged }: OpenedCase): Pick<CaseView, 'mergedInto'> {
  if (!merged) return {};
  const { caseId: id, number, undoUntil } = merged;
  return { mergedInto: { id, number, undoUntil: iso(undoUntil) } };
}

/** Of its stage, or of a resolved case whose policy does not let it go yet. */
function missingOf(state: OpenedCase, policies: PolicyBook): string[] {
  if (isWorking(state)) {
    return state.safety ? missingForSafety(state.safety) : missingEvidence(state.stage, state);
  }
  return state.status === 'resolved' ? lackingToClose(state, { policies }) : [];
}

function waiting({ approvals }: OpenedCase): Pick<CaseView, 'approvals'> {
  if (!approvals) return {};
  return {
    approvals: approvals.map(({ id, command, decides, by, at, dueAt }) => {
      const due = dueAt === undefined ? null : iso(dueAt);
      return { id, command, decides, by, at: iso(at), dueAt: due };
    }),
  };
}

function overridden({ overrides }: OpenedCase): Pick<CaseView, 'overrides'> {
  if (!overrides) return {};
  return {
    overrides: overrides.map(({ missing, at, ...one }) => {
      return { ...one, missing: [...missing], at: iso(at) };
    }),
  };
}

function repeated({ repeatedBy, joiners }: OpenedCase): Pick<CaseView, 'repeats' | 'joiners'> {
  return {
    ...(repeatedBy && { repeats: repeatedBy.length }),
    ...(joiners && {
      joiners: joiners.map(({ agent, isLetIn }) => ({
        agent,
        status: isLetIn === undefined ? 'asked' : isLetIn ? 'in' : 'refused',
      })),
    }),
  };
}

function queued(state: OpenedCase, policies: PolicyBook): Pick<CaseView, 'queue' | 'handling'> {
  const queue = queueOf(state, policies);
  const { handling } = state;
  return {
    ...(queue && { queue: queue.id }),
    ...(handling && {
      handling: {
        seconds: handling.seconds,
        targetSeconds: queue ? Math.round(queue.handlingMinutes * 60) : null,
        cost: handling.cost ?? null,
      },
    }),
  };
}

function linkedCases({
  id,
  merged,
  duplicates = [],
  splitFrom,
  parts = [],
  repeatOf = [],
  repeatedBy = [],
  incident,
  incidentCases,
}: OpenedCase): CaseView['links'] {
  const link = (rel: string, { caseId }: NamedCase) => ({ rel, href: `/api/v1/cases/${caseId}` });
  return [
    ...(merged ? [link('merged-into', merged)] : []),
    ...duplicates.map((one) => link('duplicate', one)),
    ...(splitFrom ? [link('split-from', splitFrom)] : []),
    ...parts.map((one) => link('part', one)),
    ...repeatOf.map((one) => link('repeats', one)),
    ...repeatedBy.map((one) => link('repeated-by', one)),
    ...(incident ? [link('incident', incident)] : []),
    ...(incidentCases ? [{ rel: 'incident-cases', href: `/api/v1/cases/${id}/incident` }] : []),
  ];
}

function toTriageView({ triage }: OpenedCase): CaseView['triage'] {
  if (!triage) return null;
  const { emotionLevel = null, customerType = null, complaintTier } = triage;
  return { emotionLevel, customerType, complaintTier };
}
