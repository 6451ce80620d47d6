import type { CaseDepartmentsView, CaseView } from '#contracts';
import type { TestStandalone } from './open-test-standalone.js';

/** How incidents moved between groups and support lines, and which line had each for how long. */
export interface LineWork {
  groupChanges: number;
  lineChanges: number;
  /** From a status of completion back to work. */
  returns: number;
  returnedCases: number;
  /** Milliseconds, by case and line. */
  time: Map<string, number>;
}

interface Row {
  at: number;
  group?: string;
  line?: string;
}

/** What the log says by itself; nobody has an incident from its closing until it goes on. */
export function workOfLog(rows: readonly string[][]): LineWork {
  const [header, ...events] = rows;
  const field = (event: string[], name: string) => event[header!.indexOf(name)]!;
  const cases = new Map<string, string[][]>();
  for (const event of events) {
    const id = `bpi2013:${field(event, 'case:concept:name')}`;
    cases.set(id, [...(cases.get(id) ?? []), event]);
  }
  const work = noWork();
  for (const [id, own] of cases) {
    let isEnded = false;
    let returned = 0;
    own.forEach((event, index) => {
      const status = field(event, 'concept:name');
      const detail = field(event, 'lifecycle:transition');
      isEnded =
        detail === 'Closed' || detail === 'Cancelled' || (isEnded && status === 'Completed');
      const next = own[index + 1];
      if (!next) return;
      const [from, to] = [event, next].map((one) => Date.parse(field(one, 'time:timestamp')));
      if (!isEnded) add(work.time, `${id} ${field(event, 'org:role')}`, to! - from!);
      if (status === 'Completed' && field(next, 'concept:name') !== 'Completed') returned += 1;
    });
    const moves = own.map((event) => ({
      at: 0,
      group: field(event, 'org:group'),
      line: field(event, 'org:role'),
    }));
    count(work, moves, returned);
  }
  return work;
}

/** What Clearline has of the same incidents, and answers about each, up to its last row. */
export async function workOfCases(
  { call, services }: TestStandalone,
  cases: ReadonlyMap<string, CaseView>,
): Promise<LineWork> {
  const work = noWork();
  const steps = await readSteps(
    services,
    [...cases.values()].map(({ id }) => id),
  );
  const waiting = [...cases];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [source, { id }] = next;
      const { rows, returned } = steps.get(id)!;
      count(work, rows, returned);
      const last = rows.at(-1)!.at;
      const { body } = await call('manager', 'GET', `/api/v1/cases/${id}/departments`);
      for (const { from, to, line } of (body as unknown as CaseDepartmentsView).spans) {
        const end = Math.min(to === null ? last : Date.parse(to), last);
        add(work.time, `${source} ${line ?? ''}`, Math.max(0, end - Date.parse(from)));
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return work;
}

/** No question to the database may take longer than five seconds, which a thousand cases do on no machine. */
const casesAtOnce = 1_000;

/** The recorded rows of each case and how often it was reopened, from the log. */
async function readSteps({ runtimes }: TestStandalone['services'], ids: readonly string[]) {
  const { database } = runtimes.get('escalation')!;
  const steps = new Map<string, { rows: Row[]; returned: number }>();
  for (let first = 0; first < ids.length; first += casesAtOnce) {
    const streams = ids.slice(first, first + casesAtOnce).map((id) => `case-${id}`);
    const events = await database.query<{ key: string; data: string; at: string; back: boolean }>(
      `select key, data, occurred_at as at, type ~ 'reopened' as back from events
        where stream = any($1::text[]) and type ~ '^clearline\\.case\\.(history-recorded|reopened)\\.'
        order by stream, sequence`,
      [streams],
    );
    for (const { key, data, at, back } of events) {
      const known = steps.get(key) ?? { rows: [], returned: 0 };
      steps.set(key, known);
      if (back) known.returned += 1;
      else known.rows.push({ ...(JSON.parse(data) as Omit<Row, 'at'>), at: Number(at) });
    }
  }
  return steps;
}

const noWork = (): LineWork => ({
  ...{ groupChanges: 0, lineChanges: 0, returns: 0, returnedCases: 0 },
  time: new Map(),
});

function count(work: LineWork, rows: readonly Row[], returned: number): void {
  rows.slice(1).forEach((row, index) => {
    work.groupChanges += Number(row.group !== rows[index]!.group);
    work.lineChanges += Number(row.line !== rows[index]!.line);
  });
  work.returns += returned;
  work.returnedCases += Number(returned > 0);
}

function add(sums: Map<string, number>, key: string, ms: number): void {
  if (ms > 0) sums.set(key, (sums.get(key) ?? 0) + ms);
}
