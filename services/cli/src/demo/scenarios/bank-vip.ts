import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });

/** Hours are Shanghai's in what is told, UTC in what is checked: 10:00 there is 02:00Z. */
export const bankVip: DemoScenario = {
  name: 'bank-vip',
  title: {
    zh: '银行贵宾客户扬言向监管投诉：首次联系逾期、授权外补偿、延期一次',
    en: 'A bank’s VIP threatens to go to the regulator: a late first contact, a remedy above authority, one extension',
  },
  begins: '2026-11-23T02:01:00.000Z',
  factor: 1_200,
  organisation: {
    units: [named('branch', '支行', 'Branch'), named('office', '总行', 'Head office')],
    categories: [named('wealth', '理财', 'Wealth products')],
    products: [named('fund', '基金', 'Fund')],
    agents: [
      { agentId: 'b-1', unit: 'branch', roles: ['agent'] },
      { agentId: 's-1', unit: 'branch', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'desk', roles: ['agent'], agentId: 'b-1' },
    { username: 'head', roles: ['supervisor'], agentId: 's-1' },
    { username: 'director', roles: ['manager'] },
    { username: 'analyst', roles: ['bi'] },
  ],
  policy: {
    preset: 'cn-banking-insurance',
    more: {
      authority: [
        { role: 'agent', upTo: 500 },
        { role: 'supervisor', upTo: 5_000 },
        { role: 'manager', upTo: 50_000 },
      ],
    },
  },
  async play(run) {
    const vip = await threaten(run);
    await missFirstContact(run, vip);
    await settle(run, vip);
    await extend(run, vip);
  },
};

async function threaten(run: DemoRun): Promise<DemoCase> {
  let vip!: DemoCase;
  await run.step(
    {
      zh: '贵宾客户要向监管投诉：主管即刻收到警报，监管时限三十日',
      en: 'The VIP names the regulator: the head is alerted at once, thirty days run by regulation',
    },
    async () => {
      vip = await DemoCase.file(run, 'desk', {
        ...{ channel: 'visit', category: 'wealth', severity: 'high', organisation: 'branch' },
        ...{ product: 'fund', threats: ['regulator'], receivedAt: '2026-11-23T02:00:00.000Z' },
        customer: { name: '郑国栋', phone: '13600004444', tier: 'vip' },
        statement: '理财经理没有说明风险，再不解决我就投诉到监管局',
      });
      const { policyRule } = await vip.read();
      run.check('the rule', policyRule, 'complex');
      run.check('its clocks', await vip.clocks(), [
        'acknowledge running 2026-11-23T07:00:00.000Z',
        'next-update running 2026-11-30T10:00:00.000Z',
        'statutory running 2026-12-23T02:00:00.000Z',
      ]);
      const { id } = await vip.alert('threat');
      await run.as('head').post(`/api/v1/alerts/${id}/acknowledge`, {});
    },
  );
  await run.step(
    {
      zh: '分析员看到流失预警，看不到案件',
      en: 'The analyst sees the churn warning, and not the case',
    },
    async () => {
      const report = await run.until('the churn warning', async () => {
        const found = await run.as('analyst').get('/api/v1/reports/churn');
        return (found['totals'] as { watch: number }).watch > 0 ? found : undefined;
      });
      run.check('the warnings', report['totals'], {
        watch: 1,
        warning: 0,
        critical: 0,
        cleared: 0,
      });
      await run.refused('analyst', ['GET', vip.path], 403, 'forbidden');
    },
  );
  return vip;
}

async function missFirstContact(run: DemoRun, vip: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '四小时工作时间内无人联系：先提醒主管，到点报经理，分毫不差',
      en: 'Nobody calls within four working hours: the head is reminded before, the director told at the deadline',
    },
    async () => {
      await run.reach('2026-11-23T07:00:00.000Z');
      await vip.alert('breach');
      run.check('what fell due', await vip.deadlines(), [
        'acknowledge 0.5 2026-11-23T04:00:00.000Z',
        'acknowledge 0.75 2026-11-23T06:00:00.000Z',
        'acknowledge 0.9 2026-11-23T06:36:00.000Z',
        'acknowledge breached 2026-11-23T07:00:00.000Z',
      ]);
      run.check('who was told', await vip.told(), [
        'threat: supervisor',
        'warning acknowledge 0.75: supervisor',
        'warning acknowledge 0.9: supervisor',
        'breach acknowledge: manager',
      ]);
    },
  );
}

async function settle(run: DemoRun, vip: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '补偿超出坐席与主管授权，由经理批准',
      en: 'A remedy above the authority of desk and head is approved by the director',
    },
    async () => {
      const remedy = { kind: 'compensation', cost: 8_000, text: '补偿申购费与利息差额' };
      await vip.command('desk', 'offer-remedy', remedy);
      const { remedies } = (await run.as('desk').get(`${vip.path}/resolution`)) as unknown as {
        remedies: { id: string; status: string }[];
      };
      run.check(
        'the remedy',
        remedies.map(({ status }) => status),
        ['proposed'],
      );
      const decision = { remedyId: remedies[0]!.id };
      await run.refused('desk', vip.call('approve-remedy', decision), 403, 'forbidden');
      await run.refused('head', vip.call('approve-remedy', decision), 403, 'forbidden');
      await vip.command('director', 'approve-remedy', decision);
    },
  );
}

const events = [
  ...['case.opened', 'alert.raised', 'alert.acknowledged', 'sla.warning-reached'],
  ...['sla.warning-reached', 'alert.raised', 'sla.warning-reached', 'alert.raised'],
  ...['sla.breached', 'alert.raised', 'case.remedy-offered', 'case.remedy-decided'],
  ...['sla.extension-requested', 'sla.extension-approved', 'sla.clock-recalculated'],
];

async function extend(run: DemoRun, vip: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '事实复杂申请延期三十日：须上级批准并告知客户，只此一次',
      en: 'The facts are complex: thirty days more, approved above, the customer told, once only',
    },
    async () => {
      const request = { kind: 'statutory', reason: 'complex-facts' };
      await vip.command('desk', 'request-extension', request);
      await run.refused(
        'desk',
        vip.call('approve-extension', { kind: 'statutory' }),
        403,
        'forbidden',
      );
      const notice = { channel: 'phone', text: '已向您说明延期原因' };
      await vip.command('head', 'approve-extension', { kind: 'statutory', notice });
      const statutory = (await vip.clocks()).filter((line) => line.startsWith('statutory'));
      run.check('the clock', statutory, ['statutory running 2027-01-22T02:00:00.000Z']);
      await run.refused('desk', vip.call('request-extension', request), 409, 'illegal-transition');
      run.check('its events', await vip.events(), events);
    },
  );
}
