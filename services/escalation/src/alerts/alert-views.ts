import { uuid } from '#contracts';
import type { AlertView, CalledPerson, DutyBody } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import type { LadderLevel } from '#sla';
import { policyVersionsOf } from '../domain/case-clocks.js';
import { hiddenCases } from '../access/seen-cases.js';
import type { OpenedCase } from '../domain/case-state.js';
import { onDuty } from '../domain/duty/on-duty.js';
import { stepsToCome } from '../domain/ladder/alert-climb.js';
import type { PolicyBook } from '../domain/policy-book.js';
import type { DutyStore } from '../duty/duty-store.js';
import type { PolicyStore } from '../policies/policy-store.js';
import { isForReader } from './alert-access.js';
import type { AlertAccess } from './alert-access.js';
import { clockOf, matterOf, threatsInWords } from './alert-matter.js';
import { whyTold } from './alert-words.js';

/** What an alert's view is made of. */
export const alertColumns = `id, case_id as "caseId", number, cause, level, audience, kind, threshold, due_at::float8 as due,
  raised_at::float8 as raised, acknowledged_at::float8 as acknowledged, acknowledged_by as "acknowledgedBy",
  ladder, step, told, passed, unit, desk, named, stopped_at::float8 as stopped`;

export type AlertRow = Omit<
  AlertView,
  | ('dueAt' | 'raisedAt' | 'acknowledgedAt' | 'stoppedAt' | 'caseStatus' | 'priority' | 'snoozed')
  | ('told' | 'passedOver' | 'next' | 'why' | 'called' | 'people')
> & {
  due: number | null;
  raised: number;
  acknowledged: number | null;
  stopped: number | null;
  told: string | null;
  passed: string | null;
  /** Whom it names so far (`namesIn`); null where it names nobody. */
  named: string[] | null;
};

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** Alerts as the API shows them: why these people are told, who was before, who is next and when. */
export async function toAlertViews(
  tx: Queries,
  rows: readonly AlertRow[],
  policies: PolicyStore,
  duty: DutyStore,
): Promise<AlertView[]> {
  const laddered = rows.filter(({ ladder }) => ladder);
  const states = await statesOf(tx, rows);
  await policies.ensure(
    tx,
    laddered.flatMap(({ caseId }) => policyVersionsOf(states.get(caseId)!)),
  );
  const dutyAt = await duty.at(tx, laddered.map(toldAt));
  return rows.map((row) => {
    // Its alerts are written with the case: none is without one.
    const state = states.get(row.caseId)!;
    const climb = state.climbs?.find(({ alertId }) => alertId === row.id);
    const [coming] = climb ? stepsToCome(state, climb, policies.book) : [];
    const level = row.ladder ? levelOf(row, state, policies.book) : undefined;
    return {
      ...toView(row, state, coming, level?.unit ?? row.unit ?? undefined),
      ...namedBy(row, level, state),
      called: level ? calledFor(row, level, state, dutyAt(toldAt(row))) : null,
    };
  });
}

/** @throws Problem `not-found`; `forbidden` for an alert, or of a case, that the caller does not see */
export async function getAlert(
  tx: Queries,
  id: string,
  access: AlertAccess,
  policies: PolicyStore,
  duty: DutyStore,
): Promise<AlertView> {
  const rows = uuid.safeParse(id).success
    ? await tx.query<AlertRow>(`select ${alertColumns} from alerts where id = $1`, [id])
    : [];
  const hidden = await hiddenCases(
    tx,
    rows.map(({ caseId }) => caseId),
    access.cases,
  );
  if (rows.some((row) => !isForReader(access, row.named ?? []))) {
    throw new Problem('forbidden', { detail: 'it tells neither you nor your desk' });
  }
  if (hidden.size > 0) throw new Problem('forbidden', { detail: 'its case is not shown to you' });
  const [view] = await toAlertViews(tx, rows, policies, duty);
  if (!view) throw new Problem('not-found', { detail: `no alert ${id}` });
  return view;
}

function toView(
  row: AlertRow,
  state: OpenedCase,
  coming: ReturnType<typeof stepsToCome>[number] | undefined,
  unit: string | undefined,
): Omit<AlertView, 'called' | 'unit' | 'people'> {
  const { due, raised, acknowledged, stopped, told, passed, named: _, ...rest } = row;
  const { step, level, audience } = rest;
  const ofUnit = unit === undefined ? {} : { unit };
  const first = { step, level, audience, ...ofUnit, at: iso(raised)! };
  const facts = {
    ...rest,
    told: told ? (JSON.parse(told) as AlertView['told']) : [first],
    passedOver: passed ? (JSON.parse(passed) as AlertView['passedOver']) : [],
  };
  const next = coming && {
    step: coming.level.id,
    level: coming.level.level,
    audience: coming.level.audience,
    ...(coming.level.unit !== undefined && { unit: coming.level.unit }),
    at: iso(coming.at)!,
  };
  return {
    ...facts,
    why: whyTold(facts, aboutOf(row, state)),
    next: next ?? null,
    dueAt: iso(due),
    // Of what has no clock its own row alone knows.
    stoppedAt: iso(
      (row.kind === null ? stopped : clockOf(state, row.kind, due)?.stoppedAt) ?? null,
    ),
    caseStatus: state.status,
    priority: state.priority,
    snoozed: snoozedOf(state),
    raisedAt: iso(raised)!,
    acknowledgedAt: iso(acknowledged),
  };
}

function snoozedOf({ snooze }: OpenedCase): AlertView['snoozed'] {
  if (!snooze) return null;
  const { until, by = null, reason = null } = snooze;
  return { until: iso(until)!, by, reason };
}

/** What the case knows of the matter of an alert that neither its cause nor its clock names. */
function aboutOf({ cause, kind, due }: AlertRow, state: OpenedCase) {
  if (cause === 'threat') return threatsInWords(state.threats);
  return cause === 'breach' && kind === null ? matterOf(state, due) : undefined;
}

/** When the level that an alert has reached was told. */
function toldAt({ raised, told }: AlertRow): number {
  const last = told ? (JSON.parse(told) as AlertView['told']).at(-1) : undefined;
  return last ? Date.parse(last.at) : raised;
}

/** The level that an alert has reached, as its policy has it. */
function levelOf(row: AlertRow, state: OpenedCase, policies: PolicyBook): LadderLevel | undefined {
  return policyVersionsOf(state)
    .flatMap((version) => policies.version(version).ladders ?? [])
    .find(({ id }) => id === row.ladder)
    ?.levels.find(({ id }) => id === row.step);
}

/** Whom the level reached names itself, but for those the case is kept from. */
function namedBy(row: AlertRow, level: LadderLevel | undefined, state: OpenedCase) {
  const conflicted = state.conflict?.conflicted ?? [];
  const people = level?.people?.filter((one) => !conflicted.includes(one)) ?? [];
  return { unit: level?.unit ?? row.unit, people };
}

/** Whose turn it was of the roster that the level reached names, but for those the case is kept from. */
function calledFor(
  row: AlertRow,
  { roster }: LadderLevel,
  state: OpenedCase,
  duty: DutyBody,
): CalledPerson | null {
  if (roster === undefined) return null;
  return onDuty(duty, roster, toldAt(row), state.conflict?.conflicted);
}

async function statesOf(tx: Queries, rows: readonly AlertRow[]): Promise<Map<string, OpenedCase>> {
  if (rows.length === 0) return new Map();
  const found = await tx.query<{ id: string; state: string }>(
    `select id, state from cases where id = any($1::uuid[])`,
    [[...new Set(rows.map(({ caseId }) => caseId))]],
  );
  return new Map(found.map(({ id, state }) => [id, JSON.parse(state) as OpenedCase]));
}
