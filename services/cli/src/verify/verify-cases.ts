import { isDeepStrictEqual } from 'node:util';
import { parseEvent } from '#contracts';
import type { Queries } from '#platform';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { alsoShownTo } from '../../../escalation/src/domain/access/case-access.js';
import { earliestInstant } from '../../../escalation/src/domain/case-clocks.js';
import { caseEventOf } from '../../../escalation/src/domain/case-event.js';
import type { CaseState, OpenedCase } from '../../../escalation/src/domain/case-state.js';
import { noCase } from '../../../escalation/src/domain/case-state.js';
import { evolve } from '../../../escalation/src/domain/evolve.js';
import { queueOf } from '../../../escalation/src/domain/queues/case-queue.js';
import { PolicyBook } from '../../../escalation/src/domain/policy-book.js';
import { answersIn } from './verify-answers.js';
import { checkClockEvent, checkClocks, checkStarts } from './verify-clocks.js';
import { checkStep } from './verify-stages.js';
import type { CaseStreamEvent } from './case-stream-event.js';
import type { Violations } from './violation.js';

const service = 'escalation';
const pageSize = 200;

interface CaseRow {
  id: string;
  version: number;
  hash: string;
  state: string;
  nextDueAt: number | null;
  timer: 'armed' | 'idle' | null;
  timerDueAt: number | null;
  owner: string | null;
  unit: string | null;
  shownTo: string[] | null;
  incident: string | null;
  incidentCases: number;
  files: string[] | null;
  keptFrom: string[] | null;
  queue: string | null;
  handledSeconds: number | null;
  /** Commands that wait for a second person, as they are listed. */
  approvals: string[] | null;
  /** Messages that went to the customers of a mass incident together. */
  answers: string[] | null;
}

/**
 * Replays every case from its events and compares it with what is stored: the snapshot equals the fold,
 * stages and verdicts are legal, and the armed timer stands at the earliest instant.
 */
export async function verifyCases(tx: Queries, violations: Violations): Promise<{ cases: number }> {
  const policies = await readPolicies(tx);
  let cases = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows, streams } = await readPage(tx, after);
    for (const row of rows) {
      verifyCase(row, streams.get(`case-${row.id}`) ?? [], policies, violations);
    }
    cases += rows.length;
    if (rows.length < pageSize) break;
    after = rows.at(-1)!.id;
  }
  const homeless = await tx.query<{ stream: string }>(
    `select distinct stream from escalation.events e
      where stream like 'case-%' and not exists (select 1 from escalation.cases c where 'case-' || c.id = e.stream)
      limit 50`,
  );
  for (const { stream } of homeless) {
    violations.add('state-is-fold', service, stream, 'it has events and no snapshot');
  }
  return { cases };
}

/** One statement, so that rows and events are of the same moment beside a running service. */
async function readPage(tx: Queries, after: string) {
  const found = await tx.query<CaseRow & { events: StoredRow[] | null }>(
    `select c.id, c.version, c.chain_hash as hash, c.state, c.next_due_at::float8 as "nextDueAt",
            t.state as timer, t.due_at::float8 as "timerDueAt",
            c.owner, c.unit, c.shown_to as "shownTo", c.kept_from as "keptFrom",
            c.queue,
            (select sum(h.seconds)::int from escalation.handlings h where h.case_id = c.id) as "handledSeconds",
            (select i.incident from escalation.incident_cases i where i.case_id = c.id) as incident,
            (select count(*)::int from escalation.incident_cases i where i.incident = c.id) as "incidentCases",
            (select json_agg(a.id order by a.id) from escalation.approvals a
              where a.case_id = c.id and a.status = 'asked') as approvals,
            (select json_agg(m.answer || ' ' || m.message_id || ' ' || m.state)
               from escalation.incident_messages m where m.case_id = c.id) as answers,
            (select array_agg(a.id::text order by a.id) from escalation.attachments a
              where a.case_id = c.id and a.state in ('kept', 'erased')) as files,
            (select json_agg(json_build_object('id', e.id, 'stream', e.stream, 'sequence', e.sequence, 'hash', e.hash,
                    'type', e.type, 'headers', e.headers, 'data', e.data, 'recordedAt', e.recorded_at) order by e.sequence)
               from escalation.events e where e.stream = 'case-' || c.id) as events
       from escalation.cases c left join escalation.timers t on t.kind = 'case' and t.id = c.id
      where c.id > $1::uuid order by c.id limit ${pageSize}`,
    [after],
  );
  const streams = new Map(
    found.map(({ id, events }) => [`case-${id}`, (events ?? []).flatMap(decode)]),
  );
  return { rows: found, streams };
}

interface StoredRow {
  id: string;
  stream: string;
  sequence: number;
  hash: string;
  type: string;
  headers: string;
  data: string;
  recordedAt: number;
}

function decode({ type, headers, data, ...row }: StoredRow): CaseStreamEvent[] {
  const parsed = parseEvent(type, JSON.parse(data));
  const event = caseEventOf(parsed.type, parsed.data);
  return event ? [{ ...row, headers: JSON.parse(headers) as Record<string, string>, event }] : [];
}

function verifyCase(
  row: CaseRow,
  events: readonly CaseStreamEvent[],
  policies: PolicyBook,
  violations: Violations,
): void {
  const stream = `case-${row.id}`;
  const wrong = (detail: string) => violations.add('state-is-fold', service, stream, detail);
  let state: CaseState = noCase;
  const isImported = events[0]?.headers['origin'] === 'import';
  for (const stored of events) {
    const at = `${stream}#${stored.sequence}`;
    const { event } = stored;
    if (event.name !== 'opened' && state.stage === 'none') wrong(`${at} comes before its opening`);
    if (event.name === 'opened' && state.stage !== 'none') {
      violations.add('effect-once', service, at, 'the case is opened a second time');
    }
    if (state.stage !== 'none') {
      checkStep(state, event, isImported, at, violations);
      checkClockEvent(state, stored, isImported, policies, at, violations);
    }
    const known = state.stage === 'none' ? 0 : state.clocks.length;
    state = evolve(state, event, isImported);
    if (state.stage !== 'none') {
      checkStarts(state, state.clocks.slice(known), policies, at, violations);
    }
  }
  const last = events.at(-1);
  if (last?.sequence !== row.version)
    wrong(`version ${row.version}, ${last?.sequence ?? 0} events`);
  if (last && last.hash !== row.hash) wrong('its chain hash is not that of its last event');
  if (state.stage === 'none') return;
  const folded = JSON.parse(JSON.stringify(state)) as OpenedCase;
  if (!isDeepStrictEqual(folded, JSON.parse(row.state))) wrong('the snapshot is not the fold');
  if (!isShownAsDecided(state, row)) wrong('its row is shown to others than its state is');
  const [incident, cases] = [state.incident?.caseId ?? null, state.incidentCases ?? 0];
  if (incident !== row.incident || cases !== row.incidentCases) {
    wrong(
      `it belongs to ${incident}, ${cases} to it; the rows say ${row.incident}, ${row.incidentCases}`,
    );
  }
  // A row that was last written before there were queues names none.
  const queue = queueOf(state, policies)?.id;
  if (row.queue !== null && row.queue !== queue) wrong(`its row is in the queue ${row.queue}`);
  const seconds = state.handling?.seconds ?? 0;
  if ((row.handledSeconds ?? 0) !== seconds) {
    wrong(`${seconds} s were spent on it; the rows say ${row.handledSeconds ?? 0}`);
  }
  const waiting = (state.approvals ?? []).map(({ id }) => id).sort();
  if (!isDeepStrictEqual(waiting, row.approvals ?? [])) {
    wrong(`${waiting.join(', ') || 'nothing'} waits for a second person; the list says otherwise`);
  }
  if (!isDeepStrictEqual(answersIn(events), [...(row.answers ?? [])].sort())) {
    wrong('what it was answered with others is other than its rows say');
  }
  const files = (state.files ?? []).map(({ id }) => id).sort();
  if (!isDeepStrictEqual(files, row.files ?? [])) wrong('its files are others than its rows say');
  checkClocks(state, stream, violations);
  checkTimer(state, row, policies, violations);
}

/** Lists read from the columns who sees a case; single reads and commands from the state. */
function isShownAsDecided(state: OpenedCase, { owner, unit, shownTo, keptFrom }: CaseRow): boolean {
  const decided = [state.owner ?? null, state.dimensions.unit ?? null];
  const keys = alsoShownTo(state) ?? [];
  const conflicted = state.conflict?.conflicted ?? [];
  return isDeepStrictEqual(
    [...decided, [...keys].sort(), [...conflicted].sort()],
    [owner, unit, [...(shownTo ?? [])].sort(), [...(keptFrom ?? [])].sort()],
  );
}

function checkTimer(
  state: OpenedCase,
  { id, nextDueAt, timer, timerDueAt }: CaseRow,
  policies: PolicyBook,
  violations: Violations,
): void {
  const expected = (state.imported ? undefined : earliestInstant(state, policies)) ?? null;
  const armed = timer === 'armed' ? timerDueAt : null;
  if (armed === expected && nextDueAt === expected) return;
  const detail = `the earliest open instant is ${expected}, its timer stands at ${armed}, its row says ${nextDueAt}`;
  violations.add('one-timer', service, `case-${id}`, detail);
}

async function readPolicies(tx: Queries): Promise<PolicyBook> {
  const rows = await tx.query<{ body: string }>(`select body from escalation.policies`);
  return new PolicyBook([defaultPolicy, ...rows.map(({ body }) => JSON.parse(body) as Policy)]);
}
