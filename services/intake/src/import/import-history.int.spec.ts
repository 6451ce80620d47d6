import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ComplaintHistoryRecorded, ComplaintRegistered, parseEvent, type DataOf } from '#contracts';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { importHistory } from './import-history.js';

type Registered = DataOf<typeof ComplaintRegistered>;
type History = DataOf<typeof ComplaintHistoryRecorded>;

let intake: TestIntake<FakeClock>;
let folder: string;
beforeEach(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  folder = await mkdtemp(join(tmpdir(), 'clearline-import-'));
});
afterEach(async () => {
  await intake.close();
  await rm(folder, { recursive: true });
});

const run = (mapping: string, file: string, asOf?: string) =>
  importHistory(
    { ...intake, config: { dataDir: folder } },
    {
      mapping,
      file,
      ...(asOf ? { asOf: Date.parse(asOf) } : {}),
    },
  );

const testData = process.env['CLEARLINE_TEST_DATA'];
const onRealFiles = testData ? describe : describe.skip;
if (!testData) console.warn('imports of real files are skipped: CLEARLINE_TEST_DATA is not set');
const real = (name: string) => join(testData ?? '', name);

const header = 'Ticket,Customer_Complaint,Date_month_year,Time,Received_Via,Status';
const ticket = (id: number, rest = 'Slow,22-Apr-15,3:53:50 PM,Internet,Closed') => `${id},${rest}`;

describe('importHistory', () => {
  it('lists every rejected row with its line and reason, and imports the others', async () => {
    const file = join(folder, 'tickets.csv');
    const rows = [
      header,
      ticket(1),
      ticket(2, 'Slow,31-Feb-15,3:53:50 PM,Internet,Closed'),
      ticket(3, 'Slow,22-Apr-15,3:53:50 PM,Pigeon,Closed'),
      '4,too short',
      ticket(1),
      ticket(1, 'Other,22-Apr-15,3:53:50 PM,Internet,Closed'),
      ticket(5, '"Two\nlines",22-Apr-15,3:53:50 PM,Internet,Open'),
    ];
    await writeFile(file, rows.join('\n'));
    const result = await run('comcast', file);
    expect(result).toMatchObject({ read: 7, accepted: 2, duplicates: 1, rejected: 4, cases: 2 });
    const listed = parse(await readFile(result.rejections!), { columns: true });
    expect(listed).toEqual([
      { line: '3', field: 'receivedAt', reason: 'fits none of the formats' },
      {
        line: '4',
        field: 'channel',
        reason: 'the map does not name this value of Received_Via',
      },
      { line: '5', field: '', reason: 'has 2 columns instead of 6' },
      {
        line: '7',
        field: 'id',
        reason: 'another row with this id says otherwise and was read first',
      },
    ]);
  });

  it('goes on where a broken run stopped', async () => {
    const file = join(folder, 'tickets.csv');
    const tickets = Array.from({ length: 250 }, (_, index) => ticket(index + 1));
    await writeFile(file, [header, ...tickets].join('\n'));
    const broken = importHistory(
      { ...intake, config: { dataDir: folder } },
      {
        mapping: 'comcast',
        file,
        onProgress: ({ phase, done }) => {
          if (phase === 'writing' && done >= 100) throw new Error('pulled the plug');
        },
      },
    );
    await expect(broken).rejects.toThrow('pulled the plug');
    const result = await run('comcast', file);
    expect(result).toMatchObject({ read: 250, duplicates: 250, cases: 150 });
    expect(await intake.eventsOf(ComplaintRegistered.type)).toHaveLength(250);
  });
});

onRealFiles('importHistory on the public files', () => {
  it('imports Baltimore with its deadlines, and nothing twice', async () => {
    const file = real('baltimore311-10000.csv.gz');
    const first = await run('baltimore311', file, '2019-08-31T00:00:00Z');
    expect(first).toMatchObject({ read: 10_000, accepted: 10_000, rejected: 0, cases: 10_000 });
    const again = await run('baltimore311', file, '2019-08-31T00:00:00Z');
    expect(again).toMatchObject({ accepted: 0, duplicates: 10_000, cases: 0, events: 0 });

    const registered = await intake.eventsOf<Registered>(ComplaintRegistered.type);
    const history = await intake.eventsOf<History>(ComplaintHistoryRecorded.type);
    expect(registered.every((event) => event.headers['origin'] === 'import')).toBe(true);
    expect(parseEvent(registered[0]!.type, registered[0]!.data).data).toBeDefined();
    const closedAt = new Map(
      history.flatMap(({ data }) => (data.outcome ? [[data.complaintId, data.at]] : [])),
    );
    const counts = { met: 0, exactly: 0, late: 0, open: 0, without: 0 };
    for (const { data } of registered) {
      const closed = closedAt.get(data.complaintId);
      if (!data.dueAt) counts.without += 1;
      else if (!closed) counts.open += 1;
      else if (closed <= data.dueAt) counts.met += 1;
      else counts.late += 1;
      if (closed && closed === data.dueAt) counts.exactly += 1;
    }
    expect(counts).toEqual({ met: 7_988, exactly: 135, late: 1_567, open: 159, without: 286 });
    const judged = history.filter(({ data }) => data.asOf);
    expect(judged).toHaveLength(159 + 49);
  });

  it.each([
    ['comcast', 'comcast-fcc-complaints.csv.gz', 2_224],
    ['zh-gov', 'zh-gov-messages-with-replies.csv.gz', 2_816],
  ])(
    'imports %s: accepted and rejected add up, a second run adds nothing',
    async (name, file, rows) => {
      const first = await run(name, real(file));
      expect(first.accepted + first.rejected).toBe(rows);
      expect(first.rejected).toBeLessThan(10);
      const again = await run(name, real(file));
      expect(again).toMatchObject({ accepted: 0, cases: 0, events: 0, duplicates: first.accepted });
    },
  );
});
