import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });
const customer = { name: '冯丽', phone: '13500005555' };
const at = (clock: string) => `2026-11-23T${clock}.000Z`;

/** Hours are Shanghai's in what is told, UTC in what is checked: 10:00 there is 02:00Z. */
export const repeatMerged: DemoScenario = {
  name: 'repeat-merged',
  title: {
    zh: '重复投诉：并单，发现另有其事，再拆回，时限一分不差',
    en: 'A repeated complaint: merged, found to be another matter, taken out again, its deadlines untouched',
  },
  begins: at('02:11:00'),
  factor: 600,
  organisation: {
    units: [named('hotline', '热线中心', 'Hotline')],
    categories: [named('billing', '账单', 'Billing'), named('meter', '表具', 'Meter')],
    products: [named('gas-meter', '燃气表', 'Gas meter')],
    agents: [
      { agentId: 'a-1', unit: 'hotline', roles: ['agent'] },
      { agentId: 'a-2', unit: 'hotline', roles: ['agent'] },
      { agentId: 's-1', unit: 'hotline', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'first-agent', roles: ['agent'], agentId: 'a-1' },
    { username: 'second-agent', roles: ['agent'], agentId: 'a-2' },
    { username: 'supervisor', roles: ['supervisor'], agentId: 's-1' },
    { username: 'analyst', roles: ['bi'] },
  ],
  async play(run) {
    const [first, second] = await complainTwice(run);
    await merge(run, first, second);
    await takeOut(run, first, second);
  },
};

async function complainTwice(run: DemoRun): Promise<[DemoCase, DemoCase]> {
  const cases: DemoCase[] = [];
  const file = async (username: string, receivedAt: string, statement: string) => {
    const complaint = {
      ...{ channel: 'phone', category: 'billing', organisation: 'hotline', product: 'gas-meter' },
      ...{ customer, receivedAt, statement },
    };
    cases.push(await DemoCase.file(run, username, complaint));
  };
  await run.step(
    {
      zh: '同一客户上午两次来电，由两位坐席各登记一件',
      en: 'One customer calls twice in a morning, and two agents file a case each',
    },
    async () => {
      await file('first-agent', at('02:00:00'), '十月燃气费比平时多一倍');
      await file('second-agent', at('02:10:00'), '我的燃气费怎么又多了');
      const { owner } = await cases[1]!.read();
      run.check('the owner', owner, 'a-2');
    },
  );
  return [cases[0]!, cases[1]!];
}

async function merge(run: DemoRun, first: DemoCase, second: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '主管将后一件并入前一件；坐席无权并单，前件也不能并入后件',
      en: 'The supervisor merges the later into the first; an agent may not, nor the first into the later',
    },
    async () => {
      const body = { into: first.number, reason: 'same-matter' };
      await run.refused('second-agent', second.call('merge', body), 403, 'forbidden');
      const wrongWay = first.call('merge', { into: second.number, reason: 'same-matter' });
      await run.refused('supervisor', wrongWay, 409, 'illegal-transition');
      const { status, stage } = await second.command('supervisor', 'merge', body);
      run.check('the duplicate', [status, stage], ['merged', 'closed']);
      const states = (await second.read()).clocks.map(({ state }) => state);
      run.check('its clocks', [...new Set(states)], ['cancelled']);
      run.check('what is linked to the first', await first.linked('duplicate'), [second.path]);
      const work = second.call('record-contact', { channel: 'phone', direction: 'outbound' });
      await run.refused('second-agent', work, 409, 'illegal-transition');
    },
  );
  await run.step({ zh: '积压报表只算一件', en: 'The backlog counts one case' }, () =>
    backlogIs(run, 1),
  );
}

async function takeOut(run: DemoRun, first: DemoCase, second: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '第二通电话说的是换表后多计：拆回原样，时限照旧',
      en: 'The second call was about a new meter: it is taken out as it was, its deadlines as before',
    },
    async () => {
      const back = { reason: 'other-matter', note: '第二件为换表多计' };
      await run.refused('second-agent', second.call('unmerge', back), 403, 'forbidden');
      const { status, stage, owner } = await second.command('supervisor', 'unmerge', back);
      run.check('the case', [status, stage, owner], ['open', 'control', 'a-2']);
      run.check('its clocks', await second.clocks(), clocks);
      run.check('what is linked to the first', await first.linked('duplicate'), []);
      await run.refused('supervisor', second.call('unmerge', back), 409, 'illegal-transition');
      for (const one of [first, second]) {
        run.check('what fell due', await one.deadlines(), []);
        run.check('who was told', await one.told(), []);
      }
      run.check('its events', await second.events(), events);
      run.check('events of the first', await first.events(), [
        ...['case.opened', 'case.duplicate-joined', 'case.duplicate-left'],
      ]);
    },
  );
  await run.step({ zh: '积压报表又是两件', en: 'The backlog counts two again' }, () =>
    backlogIs(run, 2),
  );
}

async function backlogIs(run: DemoRun, expected: number): Promise<void> {
  await run.until(`a backlog of ${expected}`, async () => {
    const { totals } = await run.as('analyst').get('/api/v1/reports/backlog');
    return (totals as { open: number }).open === expected || undefined;
  });
}

/** Of the second call, at ten past ten on a Monday, as if it had never been merged. */
const clocks = [
  'acknowledge running 2026-11-23T05:10:00.000Z',
  'next-update running 2026-11-25T02:10:00.000Z',
  'resolution running 2026-11-30T10:00:00.000Z',
  'stage control running 2026-11-24T02:10:00.000Z',
  'statutory running 2026-12-08T02:10:00.000Z',
];
const five = (name: string) => Array.from({ length: 5 }, () => name);
const events = [
  ...['case.opened', 'case.merged', ...five('sla.clock-cancelled')],
  ...[...five('sla.clock-restored'), 'case.unmerged'],
];
