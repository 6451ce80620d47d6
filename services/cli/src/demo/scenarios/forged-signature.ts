import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const named = (code: string, zh: string, en: string, parent?: string) => ({
  ...{ code, name: { zh, en } },
  ...(parent && { parent }),
});
const at = (instant: string) => `2026-11-${instant}:00.000Z`;

/** Hours are Shanghai's in what is told, UTC in what is checked: 10:00 there is 02:00Z. */
export const forgedSignature: DemoScenario = {
  name: 'forged-signature',
  title: {
    zh: '保险误导销售：代签名投诉，被投诉人与其主管一并回避，督察台跟进',
    en: 'Insurance mis-sold: a forged signature; the accused and their supervisor are kept out, a desk follows up',
  },
  begins: at('23T02:01'),
  factor: 21_600,
  organisation: {
    units: [
      named('head-office', '总公司', 'Head office'),
      named('sales', '营销部', 'Sales', 'head-office'),
      named('hotline', '客服热线', 'Hotline', 'head-office'),
      named('compliance', '合规督察台', 'Compliance desk', 'head-office'),
    ],
    categories: [named('mis-selling', '误导销售', 'Mis-selling')],
    products: [named('life-policy', '寿险保单', 'Life policy')],
    agents: [
      { agentId: 'h-1', unit: 'hotline', roles: ['agent'] },
      { agentId: 'v-1', unit: 'sales', roles: ['agent'] },
      { agentId: 'v-2', unit: 'sales', roles: ['supervisor'] },
      { agentId: 'k-1', unit: 'compliance', roles: ['agent'] },
      { agentId: 's-1', unit: 'head-office', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'hotline', roles: ['agent'], agentId: 'h-1' },
    { username: 'seller', roles: ['agent'], agentId: 'v-1' },
    { username: 'sales-head', roles: ['supervisor'], agentId: 'v-2' },
    { username: 'compliance', roles: ['agent'], agentId: 'k-1' },
    { username: 'director', roles: ['supervisor'], agentId: 's-1' },
  ],
  policy: { preset: 'cn-banking-insurance' },
  async play(run) {
    const forged = await report(run);
    await keepAway(run, forged);
    await investigate(run, forged);
    await followUp(run, forged);
  },
};

async function report(run: DemoRun): Promise<DemoCase> {
  let forged!: DemoCase;
  await run.step(
    {
      zh: '客户称保单系业务员代签名：十五日内答复，扬言投诉监管',
      en: 'A customer says that a seller signed for her: fifteen days to answer, the regulator is named',
    },
    async () => {
      forged = await DemoCase.file(run, 'hotline', {
        ...{ channel: 'phone', category: 'mis-selling', organisation: 'sales' },
        ...{ product: 'life-policy', threats: ['regulator'], receivedAt: at('23T02:00') },
        customer: { name: '许兰', phone: '13300006666' },
        statement: '保单上的签名不是我的，是业务员代签的',
      });
      run.check('its clocks', await forged.clocks(), [
        'acknowledge running 2026-11-24T02:00:00.000Z',
        'next-update running 2026-11-30T10:00:00.000Z',
        'statutory running 2026-12-08T02:00:00.000Z',
      ]);
      await forged.alert('threat');
      run.check('alerts of the sales head', await seen(run, 'sales-head', forged), 1);
    },
  );
  return forged;
}

async function keepAway(run: DemoRun, forged: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '业务员与营销主管均被投诉：两人回避，既看不到也办不了',
      en: 'Seller and sales head are both accused: from now on they neither see nor handle it',
    },
    async () => {
      const body = { agents: ['v-1', 'v-2'], note: '客户称主管知情' };
      const named = await forged.command('hotline', 'name-accused', body);
      run.check('who is kept away', named.conflicted, ['v-1', 'v-2']);
      run.check('alerts of the sales head', await seen(run, 'sales-head', forged), 0);
      await run.refused('seller', ['GET', forged.path], 403, 'forbidden');
      await run.refused('sales-head', ['GET', forged.path], 403, 'forbidden');
      const free = forged.call('name-accused', { agents: [] });
      await run.refused('sales-head', free, 403, 'forbidden');
      const given = forged.call('assign', { owner: 'v-2' });
      await run.refused('director', given, 409, 'illegal-transition');
      run.check('alerts of the director', await seen(run, 'director', forged), 1);
    },
  );
}

async function investigate(run: DemoRun, forged: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '列为问题件：合规督察台即刻接到提醒和核查单，三日内答复',
      en: 'It becomes a problem item: the compliance desk is alerted at once and has an order, due in three days',
    },
    async () => {
      const problem = {
        accused: 'v-1',
        kind: 'forged-signature',
        desk: 'compliance',
        followUpDays: 7,
        dueAt: at('26T02:00'),
      };
      await forged.command('hotline', 'mark-problem', { ...problem, text: '请核对签名笔迹' });
      const [order] = await orders(run, forged);
      run.check(
        'the order',
        [order!.unit, order!.status, order!.dueAt],
        [...['compliance', 'open', at('26T02:00')]],
      );
      const told = await forged.alert('problem');
      run.check('alerts of the compliance desk', await seen(run, 'compliance', forged), 1);
      run.check('alerts of the sales head', await seen(run, 'sales-head', forged), 0);
      await run.as('compliance').post(`/api/v1/alerts/${told.id}/acknowledge`, {});
      const answer = { orderId: order!.id, answer: '笔迹不符，确系代签' };
      await run.refused('seller', forged.call('answer-order', answer), 403, 'forbidden');
      await forged.command('compliance', 'answer-order', answer);
    },
  );
  await run.step(
    {
      zh: '退保退费，办结并追责',
      en: 'The premium is paid back, the case closed, and the seller held to account',
    },
    async () => {
      await forged.command('hotline', 'complete-stages', { evidence });
      await forged.command('director', 'record-accountability', {
        ...{ accountable: 'v-1', finding: 'responsible', sanction: 'dismissal' },
        text: '代签名属实',
      });
      await forged.command('hotline', 'close', { reason: 'customer-agreed' });
      run.check('the case', (await forged.read()).status, 'closed');
    },
  );
}

async function followUp(run: DemoRun, forged: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '办结后七日须回访：无人回访即逾期，谁也撤不掉',
      en: 'Seven days after the end somebody must follow up: nobody did, and nobody can drop it',
    },
    async () => {
      const order = (await orders(run, forged)).find(({ kind }) => kind === 'follow-up')!;
      const ended = await forged.instantOf('case.closed');
      run.check('due', Date.parse(order.dueAt) - Date.parse(ended), 7 * 86_400_000);
      const drop = forged.call('drop-order', { orderId: order.id });
      await run.refused('director', drop, 409, 'illegal-transition');
      await run.reach(order.dueAt);
      await run.until('the alert', async () => {
        const told = await forged.told();
        return told.some((line) => line.includes('manager')) || undefined;
      });
      run.check('what fell due', await forged.deadlines(), []);
      run.check('who was told', await forged.told(), [
        ...['threat: supervisor', 'problem: supervisor', 'breach: manager'],
      ]);
      run.check('its events', await forged.events(), events);
      await forged.command('compliance', 'answer-order', { orderId: order.id, answer: '客户满意' });
      const answered = (await orders(run, forged)).find(({ id }) => id === order.id)!;
      run.check('late', answered.isLate, true);
    },
  );
}

const events = [
  ...['case.opened', 'alert.raised', 'case.accused-named'],
  ...['case.problem-marked', 'case.order-given', 'alert.raised'],
  ...['alert.acknowledged', 'case.order-answered'],
  ...['case.stage-completed', 'case.triaged', 'sla.met'],
  ...['case.stage-completed', 'case.stage-completed', 'case.stage-completed'],
  ...['case.stage-completed', 'case.resolved', 'sla.met', 'sla.clock-cancelled'],
  ...['case.accountability-recorded', 'case.stage-completed', 'case.stage-completed'],
  ...['case.closed', 'case.order-given', 'case.order-overdue', 'alert.raised'],
];

interface Order {
  id: string;
  kind: string;
  unit: string;
  status: string;
  dueAt: string;
  isLate: boolean;
}

async function orders(run: DemoRun, { path }: DemoCase): Promise<Order[]> {
  const { orders: all } = await run.as('hotline').get(`${path}/orders`);
  return all as Order[];
}

async function seen(run: DemoRun, username: string, { id }: DemoCase): Promise<number> {
  const { items } = await run.as(username).get('/api/v1/alerts?limit=200');
  return (items as { caseId: string }[]).filter(({ caseId }) => caseId === id).length;
}

const evidence = {
  control: { acknowledged: true, emotionLevel: 4 },
  listen: {
    ...{ facts: '投保单签名与身份证不符', happenedAt: '2026-11-01T02:00:00.000Z' },
    ...{ place: '客户家中', remedySought: '退保并退还保费' },
  },
  establish: { restatement: '您没有在投保单上签名', confirmed: true },
  apologise: {
    ...{ apology: '对此深表歉意', apologyChannel: 'phone', remedyOffered: '全额退还保费' },
  },
  resolve: {
    ...{ resolution: '合同撤销，保费退回', remedyCost: 0, rootCause: '代签名' },
    ...{ preventiveAction: '投保双录全覆盖', customerTold: true },
  },
};
