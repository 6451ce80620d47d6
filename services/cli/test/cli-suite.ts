import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { cliCases } from './cli-cases.js';
import type { CliCase } from './cli-cases.js';
import type { Product } from './start-product.js';

/** Every command of `clearline`, as a process beside the running product. */
export function cliSuite(engine: Product['engine'], start: () => Promise<Product>): void {
  let product: Product;
  let names: Record<string, string>;

  beforeAll(async () => {
    product = await start();
    const filed = await product.call('POST', '/api/v1/complaints', {
      channel: 'phone',
      customer: { name: '张伟', phone: '13800138000' },
      category: 'unclassified',
      statement: '燃气账单重复扣费',
      callId: 'call-1',
    });
    await product.call('POST', '/api/v1/users', { username: 'li.na', roles: ['agent'] });
    const backup = join(product.folder, 'clearline.backup');
    names = {
      url: product.url,
      backup,
      case: String(filed['complaintId']),
      ...writeFiles(product.folder, String(filed['complaintId'])),
    };
    await waitFor(
      async () => {
        const { totals } = await product.call('GET', '/api/v1/reports/volume');
        return (totals as { received: number }).received === 1;
      },
      { timeoutMs: 60_000, describe: 'the complaint in the report' },
    );
  }, 420_000);
  afterAll(() => product?.stop(), 180_000);

  describe(`clearline on the ${engine} engine`, () => {
    const cases = cliCases.filter((one) => (one.engine ?? engine) === engine);
    it.each(cases.map((one) => [`${one.args}: exit ${one.exitCode}`, one] as const))(
      '%s',
      async (_title, one) => {
        const { code, stdout, stderr } = await product.run(argsOf(one), one.until);
        const seen = { code, stdout, stderr };
        expect(seen).toMatchObject({
          code: one.exitCode,
          ...(one.stdout && { stdout: expect.stringMatching(one.stdout) }),
          ...(one.stderr && { stderr: expect.stringMatching(one.stderr) }),
        });
        if (one.exitCode === 2) expect(stdout).toBe('');
        if (one.json) expect(JSON.parse(stdout)).toMatchObject(one.json);
      },
      180_000,
    );

    it('has a case for every command that its help names', async () => {
      const { stdout } = await product.run(['--help']);
      const commands = [...stdout.split('Commands:')[1]!.matchAll(/^ {2}(\w[\w-]*)/gm)];
      const named = new Set(cliCases.map(({ args }) => args.split(' ')[0]));
      const missing = commands.map(([, name]) => name).filter((name) => !named.has(name));
      expect(missing).toEqual(['help']);
    }, 180_000);
  });

  function argsOf({ args, api }: CliCase): string[] {
    const words = args.split(' ').map((word) => {
      return word.replace(/^\{(\w+)\}$/, (_, name: string) => names[name]!);
    });
    return api ? [...words, '--url', product.url, '--token', product.token] : words;
  }
}

/** The files that commands read. */
function writeFiles(folder: string, complaintId: string): Record<string, string> {
  const write = (name: string, lines: (string | object)[]) => {
    const path = join(folder, name);
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(path, `${text.join('\n')}\n`);
    return path;
  };
  const workday = [['09:00', '17:00']];
  const slaCase = (due: string, tz = 'Asia/Shanghai') => ({
    calendars: {
      office: { tz, hours: { mon: workday, tue: workday } },
    },
    cases: [
      {
        id: 'over-night',
        kind: 'due',
        calendar: 'office',
        start: '2026-01-05T16:00:00+08:00',
        duration_minutes: 120,
        expected_due: due,
      },
    ],
  });
  const send = (key: string) => ({ what: 'send', key });
  const answer = (key: string, id: string) => ({
    ...{ what: 'answer', key, status: 201 },
    complaintId: id,
  });
  return {
    ledger: write('ledger.jsonl', [send('call-1'), answer('call-1', complaintId)]),
    lostLedger: write('lost.jsonl', [send('call-lost'), answer('call-lost', complaintId)]),
    sla: write('sla.json', [slaCase('2026-01-06T10:00:00+08:00')]),
    wrongSla: write('wrong-sla.json', [slaCase('2026-01-06T11:00:00+08:00')]),
    clocks: write('clocks.csv', [
      'case,kind,startedAt,stoppedAt,dueAt,verdict',
      'case-1,resolution,2026-01-05T10:00+08:00,2026-01-09T10:00+08:00,2026-01-10T10:00+08:00,met',
    ]),
    badSla: write('bad-sla.json', [slaCase('2026-01-06T10:00:00+08:00', 'Mars/Olympus')]),
    csv: write('complaints.csv', [
      'Ticket,Customer_Complaint,Date,Date_month_year,Time,Received_Via,City,State,Zip_code,Status,Filing_on_behalf_of_someone',
      '1,Slow internet,22-04-15,22-Apr-15,3:53:50 PM,Internet,Abingdon,Maryland,21009,Closed,No',
      '2,No date,22-04-15,nonsense,3:53:50 PM,Internet,Abingdon,Maryland,21009,Closed,No',
    ]),
  };
}
