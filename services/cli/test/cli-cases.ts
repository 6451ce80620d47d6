import { expect } from '@jest/globals';
import type { Product } from './start-product.js';

export interface CliCase {
  /** `{name}` stands for a file or id of the suite. */
  args: string;
  /** `api`: with the address and the token of the running product. */
  api?: true;
  exitCode: 0 | 1 | 2 | 130;
  /** With `--json`: a part of the object. */
  json?: object;
  stdout?: RegExp;
  stderr?: RegExp;
  /** A command without an end: interrupted once its output matches. */
  until?: RegExp;
  /** Default: both engines. */
  engine?: Product['engine'];
}

const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);
const nothing = { matched: 0, accepted: 0, refused: [] };

/** Every command, with what it prints and how it exits. */
export const cliCases: readonly CliCase[] = [
  { args: '--help', exitCode: 0, stdout: /Usage: clearline/ },
  { args: '--version', exitCode: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { args: 'report --help', exitCode: 0, stdout: /default:\s+"http:\/\/localhost:\d+"/ },
  { args: 'nonsense', exitCode: 2, stderr: /unknown command 'nonsense'/ },

  {
    args: 'report volume --query by=channel',
    api: true,
    exitCode: 0,
    stdout: /^Volume \/ 投诉量\n.+\n.+\n\ngroup {2}received.+\nphone +1 .+\nall +1 /,
  },
  { args: 'report volume --json', api: true, exitCode: 0, json: { totals: { received: 1 } } },
  {
    args: 'report volume --csv',
    api: true,
    exitCode: 0,
    stdout: /^group,received,closed,reopened,overridden,merged\r\n/,
  },
  { args: 'report volume --query by=colour', api: true, exitCode: 2, stderr: /^422 .*by / },
  { args: 'report nonsense', api: true, exitCode: 2, stderr: /^404 / },
  { args: 'report volume --url http://127.0.0.1:1', exitCode: 1, stderr: /no Clearline answers/ },
  { args: 'report volume --url {url} --password wrong', exitCode: 1, stderr: /^401 / },

  {
    args: 'events tail cases --last-event-id 1.0.0 --with-cursor',
    api: true,
    // Ctrl-C; what was read last is told, so that nothing is missed by whoever goes on.
    exitCode: 130,
    until: /clearline\.case\.opened\.v1/,
    stdout: /^\{"cursor":"1\.\d+\.\d+","type":"clearline\.case\.opened\.v1"/m,
    stderr: /^stopped; --last-event-id 1\.\d+\.\d+ goes on behind it$/m,
  },
  {
    args: 'events tail cases --types clearline.case.opened.v1 --last-event-id 1.0.0',
    api: true,
    exitCode: 130,
    until: /clearline\.case\.opened\.v1/,
    stdout: /^(\{"type":"clearline\.case\.opened\.v1".*\n)+$/,
  },
  { args: 'events tail --types opened', api: true, exitCode: 2, stderr: /^422 .*types/ },
  {
    args: 'events tail cases --last-event-id nonsense',
    api: true,
    exitCode: 130,
    until: /that cursor is unknown/,
    // What nobody knows is no place to go on from.
    stderr: /^stopped$/m,
  },
  { args: 'events tail --url nonsense', exitCode: 2, stderr: /--url: "nonsense"/ },
  { args: 'events tail nonsense', api: true, exitCode: 2, stderr: /no stream nonsense/ },

  { args: 'dlq list', api: true, exitCode: 0, stdout: /^nothing$/m },
  { args: 'dlq list --json', api: true, exitCode: 0, json: { items: [], next: null, reasons: [] } },
  { args: 'dlq list --parked --json', api: true, exitCode: 0, json: { items: [] } },
  { args: 'dlq list --service nobody', api: true, exitCode: 2, stderr: /^422 .*service/ },
  { args: 'dlq redrive', api: true, exitCode: 2, stderr: /give ids, or --all/ },
  { args: 'dlq redrive escalation-9', api: true, exitCode: 2, stderr: /^404 .*escalation-9/ },
  {
    args: 'dlq redrive --all --dry-run',
    api: true,
    exitCode: 0,
    stdout: /^0 of 0 would be redriven/,
  },
  { args: 'dlq discard --all --json', api: true, exitCode: 0, json: { ...nothing, dryRun: false } },
  { args: 'dlq discard --all --parked --json', api: true, exitCode: 0, json: nothing },
  { args: 'dlq discard --per-second x', exitCode: 2, stderr: /whole number/ },

  {
    args: 'rebuild reporting --json',
    api: true,
    exitCode: 0,
    json: { name: 'reporting', state: 'current', failure: null },
  },
  { args: 'rebuild nonsense', api: true, exitCode: 2, stderr: /^404 .*reporting/ },
  { args: 'report volume --json', api: true, exitCode: 0, json: { totals: { received: 1 } } },

  {
    args: 'audit verify',
    exitCode: 0,
    stdout: /^isClean +true\ncases +1\n/,
    stderr: /^checking where seals are anchored\n/,
  },
  {
    args: 'audit verify --json --ledger {ledger}',
    exitCode: 0,
    json: {
      isClean: true,
      cases: 1,
      ledger: { keys: 1, accepted: 1, unanswered: 0 },
      logs: some({ service: 'intake', findings: [] }),
      deliveries: some({ service: 'escalation', pending: 0, dead: 0 }),
      violations: [],
    },
  },
  {
    args: 'audit verify --json --ledger {lostLedger}',
    exitCode: 1,
    json: { isClean: false, violations: some({ rule: 'accepted-once', at: 'call-lost' }) },
    stderr: /^1 violations/m,
  },
  { args: 'audit verify --ledger /nowhere.jsonl', exitCode: 2, stderr: /nowhere\.jsonl: / },

  {
    args: 'sla check {sla} --json',
    exitCode: 0,
    json: { agreed: 1, disagreed: 0, unsupported: 0, differences: [] },
  },
  { args: 'sla check {wrongSla} --json', exitCode: 1, json: { disagreed: 1 } },
  {
    args: 'sla check {badSla}',
    exitCode: 2,
    stderr:
      /^\S+bad-sla\.json: calendars\.office\.tz: unknown-zone: unknown time zone Mars\/Olympus\n$/,
  },
  { args: 'sla check /nowhere.json', exitCode: 2, stderr: /nowhere\.json: / },
  {
    args: 'sla explain --calendar cn-statutory --start 2026-09-30T15:00 --budget 16h --pause 2026-10-09T09:30..2026-10-09T11:40',
    exitCode: 0,
    stdout: /^Due Fri 9 Oct 2026 17:10 \(Shanghai\): 16 working hours .*paused 2 h 10 min awaiting/,
  },
  {
    args: 'sla explain --calendar office --start 2026-01-05T10:00+08:00 --budget 5d-end --json',
    exitCode: 0,
    json: { dueAt: '2026-01-12T10:00:00.000Z', explanation: { calendar: 'office@1' } },
  },
  {
    args: 'sla explain --calendar office --start 2026-01-05T10:00 --budget 8h --print --lang zh-CN',
    exitCode: 0,
    stdout: /^时限计算说明\n截止时间 2026年1月6日/,
  },
  { args: 'sla explain {case} --lang zh-CN', api: true, exitCode: 0, stdout: /截止时间 / },
  { args: 'sla explain {case} --print', api: true, exitCode: 0, stdout: /^How this deadline/ },
  {
    args: 'sla explain {case} --clock none',
    api: true,
    exitCode: 2,
    stderr: /^404 .*no clock none/,
  },
  { args: 'sla explain', exitCode: 2, stderr: /^give a case, or --calendar/ },
  {
    args: 'sla explain --calendar nowhere --start 2026-01-05T10:00 --budget 8h',
    exitCode: 2,
    stderr: /no calendar nowhere; there are .*office/,
  },
  {
    args: 'sla explain --calendar office --start 2026-02-30T10:00 --budget 8h',
    exitCode: 2,
    stderr: /^--start: .* is no instant/,
  },
  {
    args: 'sla explain --calendar office --start 2026-01-05T10:00 --budget -3d',
    exitCode: 2,
    stderr: /budget/,
  },

  {
    args: 'sla what-if --calendar always --json',
    api: true,
    exitCode: 0,
    json: { clocks: expect.any(Number), cancelled: 0, toBreached: 0 },
  },
  {
    args: 'sla what-if --mapping comcast --file {csv} --budget 3d --calendar office --json',
    exitCode: 0,
    json: { clocks: 1, rejected: 1, groups: some({ kind: 'resolution', clocks: 1 }) },
  },
  {
    args: 'sla what-if --from {clocks} --budget 3d --as-of 2026-02-01T00:00Z',
    exitCode: 0,
    stdout: /1 breached instead of met[^]*case-1: met -> breached\n {2}Breached Thu 8 Jan 2026/,
  },
  { args: 'sla what-if --from {csv} --budget 3d', exitCode: 2, stderr: /there is no column case/ },
  { args: 'sla what-if --from {clocks}', exitCode: 2, stderr: /^give --policy/ },
  { args: 'sla what-if --from /nowhere.csv --budget 3d', exitCode: 2, stderr: /no such file/ },

  {
    args: 'import comcast {csv} --json',
    stderr: /^what is still open was not judged/m,
    exitCode: 0,
    json: { read: 2, accepted: 1, rejected: 1 },
  },
  { args: 'import comcast {csv} --json', exitCode: 0, json: { accepted: 0 } },
  { args: 'import nonsense {csv}', exitCode: 2, stderr: /there are baltimore311, .*simulation/ },
  { args: 'import comcast {csv} --as-of soon', exitCode: 2, stderr: /--as-of/ },

  { args: 'backup {backup} --json', exitCode: 0, stdout: /^\{.*\}\n$/ },
  { args: 'backup {backup}', exitCode: 2, stderr: /exists already/ },
  { args: 'restore {backup}', exitCode: 1, stderr: /^the target is not empty: it holds / },
  { args: 'restore /nowhere.backup', exitCode: 2, stderr: /no such file/ },

  {
    args: 'simulate --print --days 1 --per-day 3 --from 2026-01-05T00:00:00Z',
    exitCode: 0,
    stdout: /^\{.*\}\n/,
  },
  {
    args: 'simulate --days 0.01 --per-day 100 --json',
    api: true,
    exitCode: 0,
    json: { refused: 0 },
    stderr: /^playing against http/,
  },
  { args: 'simulate', exitCode: 2, stderr: /give --rate/ },

  { args: 'demo list --language zh', exitCode: 0, stdout: /^gas-leak .*燃气/m },
  { args: 'demo nonsense', exitCode: 2, stderr: /no scenario nonsense; there are: gas-leak, / },
  { args: 'demo list --language fr', exitCode: 2, stderr: /neither zh nor en/ },

  { args: 'bench list', exitCode: 0, stdout: /^intake$/m },
  { args: 'bench nonsense', exitCode: 2, stderr: /no benchmark nonsense/ },
  { args: 'bench browser --engine redis', exitCode: 2, stderr: /neither embedded nor kafka/ },
  {
    args: 'bench browser --only nonsense',
    exitCode: 2,
    stderr: /no part nonsense; there are: load, /,
  },
  { args: 'bench browser --colour', exitCode: 2, stderr: /Unknown option '--colour'/ },

  { args: 'serve nonsense', exitCode: 2, stderr: /no service nonsense/ },
  { args: 'serve', exitCode: 2, stderr: /DATABASE_URL and KAFKA_BROKERS/, engine: 'embedded' },
  {
    args: 'reset-password li.na --json',
    exitCode: 0,
    json: { username: 'li.na', password: expect.stringMatching(/^[\w-]{24}$/) },
  },
  { args: 'reset-password li.na', exitCode: 0, stdout: /^password {2}[\w-]{24}$/m },
  { args: 'reset-password nobody', exitCode: 2, stderr: /no account is called nobody/ },
  { args: 'reset', exitCode: 2, stderr: /add --yes/, engine: 'embedded' },
  { args: 'reset --yes', exitCode: 1, stderr: /is running/, engine: 'embedded' },
  { args: 'reset --yes', exitCode: 2, stderr: /embedded engine only/, engine: 'distributed' },
];
