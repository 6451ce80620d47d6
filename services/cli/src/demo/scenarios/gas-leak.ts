import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const night = (clock: string) => `2026-11-24T${clock}.000Z`;

const missingAfterControl = [
  ...['facts', 'happenedAt', 'place', 'remedySought'],
  ...['establish.restatement', 'establish.confirmed'],
  ...['apologise.apology', 'apologise.apologyChannel', 'apologise.remedyOffered'],
  ...['resolve.resolution', 'resolve.remedyCost', 'resolve.rootCause'],
  ...['resolve.preventiveAction', 'resolve.customerTold'],
];
const evidence = {
  listen: {
    facts: '厨房软管接头漏气',
    happenedAt: night('15:20:00'),
    place: '安宁路 8 号 302 室',
    remedySought: '立即排除险情',
  },
  establish: { restatement: '您家厨房漏气，需要马上处理', confirmed: true },
  apologise: {
    apology: '让您受惊了，非常抱歉',
    apologyChannel: 'phone',
    remedyOffered: '免费更换软管',
  },
  resolve: {
    resolution: '关阀、更换软管、检测合格',
    remedyCost: 60,
    rootCause: '软管老化',
    preventiveAction: '全楼软管排查',
    customerTold: true,
  },
};
/** Each warning by night is held anew in the place of the one before; in the morning one alert tells of the breach. */
const billEvents = [
  ...['case.opened', 'sla.warning-reached', 'sla.warning-reached', 'alert.held'],
  ...['sla.warning-reached', 'alert.held', 'sla.breached', 'alert.held', 'alert.raised'],
];
const leakEvents = [
  ...['case.opened', 'alert.raised', 'alert.acknowledged'],
  ...['case.stage-completed', 'case.triaged', 'sla.met'],
  ...['case.transferred', 'case.transfer-accepted', 'case.handed-back'],
  ...['case.stage-completed', 'case.stage-completed', 'case.stage-completed'],
  ...['case.stage-completed', 'case.resolved', 'sla.met'],
];

/** Hours are Shanghai's in what is told, UTC in what is checked: 23:30 there is 15:30Z. */
export const gasLeak: DemoScenario = {
  name: 'gas-leak',
  title: {
    zh: '深夜燃气泄漏：租户报险，两小时内反馈，免打扰时段不拦紧急警报',
    en: 'A gas leak at night: a tenant calls, answered within two hours, quiet hours hold back no emergency',
  },
  begins: night('15:31:00'),
  factor: 1_200,
  organisation: {
    units: [
      { code: 'hotline', name: { zh: '热线中心', en: 'Hotline' } },
      { code: 'crew', name: { zh: '抢修队', en: 'Emergency crew' } },
      { code: 'shop', name: { zh: '营业厅', en: 'Shop' } },
    ],
    categories: [
      { code: 'leak', name: { zh: '泄漏', en: 'Leak' } },
      { code: 'billing', name: { zh: '账单', en: 'Billing' } },
    ],
    products: [{ code: 'pipeline-gas', name: { zh: '管道燃气', en: 'Pipeline gas' } }],
    agents: [
      { agentId: 'a-1', unit: 'hotline', roles: ['agent'] },
      { agentId: 'c-1', unit: 'crew', roles: ['agent'] },
      { agentId: 'v-1', unit: 'shop', roles: ['agent'] },
      { agentId: 's-1', unit: 'hotline', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'li-agent', roles: ['agent'], agentId: 'a-1' },
    { username: 'zhao-crew', roles: ['agent'], agentId: 'c-1' },
    { username: 'sun-shop', roles: ['agent'], agentId: 'v-1' },
    { username: 'wang-supervisor', roles: ['supervisor'], agentId: 's-1' },
    { username: 'chen-bi', roles: ['bi'] },
  ],
  policy: { preset: 'cn-12345' },
  async play(run) {
    const leak = await report(run);
    const bill = await complainByNight(run);
    await answer(run, leak);
    await waitForMorning(run, bill);
  },
};

async function report(run: DemoRun): Promise<DemoCase> {
  let leak!: DemoCase;
  await run.step(
    {
      zh: '租户来电报燃气味：案件按生命财产安全受理，两小时内反馈',
      en: 'A tenant smells gas: the case is one of life or property, to be answered in two hours',
    },
    async () => {
      leak = await DemoCase.file(run, 'li-agent', {
        ...{ channel: 'phone', category: 'leak', severity: 'critical', organisation: 'hotline' },
        ...{ product: 'pipeline-gas', party: 'tenant', receivedAt: night('15:30:00') },
        customer: { name: '周敏', phone: '13900001111' },
        statement: '厨房里有很重的燃气味，房东联系不上',
      });
      const { policyRule, owner, unit } = await leak.read();
      run.check('the case', [policyRule, owner, unit], ['life-or-property', 'a-1', 'hotline']);
      run.check('its clocks', await leak.clocks(), [
        `acknowledge running ${night('17:30:00')}`,
        `resolution running ${night('17:30:00')}`,
      ]);
    },
  );
  await run.step(
    {
      zh: '免打扰时段内，主管仍即刻收到紧急警报并确认',
      en: 'Within quiet hours the supervisor is alerted at once all the same, and takes it on',
    },
    async () => {
      const { id, told } = await leak.alert('severity');
      run.check(
        'who was told',
        told.map(({ audience }) => audience),
        ['supervisor'],
      );
      await run.refused('li-agent', ['POST', `/api/v1/alerts/${id}/acknowledge`], 403, 'forbidden');
      await run.as('wang-supervisor').post(`/api/v1/alerts/${id}/acknowledge`, {});
      const [alert] = await leak.alerts();
      run.check('the alert', alert?.acknowledgedBy, 's-1');
    },
  );
  await run.step(
    {
      zh: '营业厅员工和数据分析员看不到此案',
      en: 'Neither the shop nor the analyst may read the case',
    },
    async () => {
      await run.refused('sun-shop', ['GET', leak.path], 403, 'forbidden');
      await run.refused('chen-bi', ['GET', leak.path], 403, 'forbidden');
    },
  );
  return leak;
}

/** Beside the emergency, something that can wait: it shows what the quiet hours are for. */
async function complainByNight(run: DemoRun): Promise<DemoCase> {
  let bill!: DemoCase;
  await run.step(
    {
      zh: '同一时间另有一起账单投诉：同样两小时内签收，七日内反馈',
      en: 'Meanwhile a bill is complained of: accepted in two hours too, answered within seven days',
    },
    async () => {
      bill = await DemoCase.file(run, 'li-agent', {
        ...{ channel: 'app', category: 'billing', organisation: 'hotline' },
        receivedAt: night('15:30:00'),
        customer: { name: '吴刚', phone: '13900002222' },
        statement: '账单多算了一个月',
      });
      run.check('its clocks', await bill.clocks(), [
        `acknowledge running ${night('17:30:00')}`,
        'resolution running 2026-12-01T15:30:00.000Z',
      ]);
    },
  );
  return bill;
}

async function answer(run: DemoRun, leak: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '坐席安抚客户，记录情绪；没有证据不能进入下一阶段',
      en: 'The agent calms the caller down; no stage ends without its evidence',
    },
    async () => {
      const early = leak.call('complete-stage', { stage: 'control', evidence: {} });
      const problem = await run.refused('li-agent', early, 409, 'missing-evidence');
      run.check('what is missing', problem['missing'], ['acknowledged', 'emotionLevel']);
      const evidence = { acknowledged: true, emotionLevel: 5 };
      const body = { stage: 'control', evidence };
      run.check(
        'the stage',
        (await leak.command('li-agent', 'complete-stage', body)).stage,
        'listen',
      );
    },
  );
  await run.step(
    {
      zh: '转办抢修队，抢修队接单、排险、办结退回',
      en: 'The case goes to the emergency crew, which takes it, makes it safe and gives it back',
    },
    async () => {
      const transfer = { to: 'crew', reason: 'on-site-work', note: '请立即上门' };
      await leak.command('li-agent', 'transfer', transfer);
      await run.refused('sun-shop', leak.call('accept-transfer'), 403, 'forbidden');
      const { owner } = await leak.command('zhao-crew', 'accept-transfer');
      run.check('the owner', owner, 'c-1');
      await leak.command('zhao-crew', 'hand-back', { result: '已关阀并更换软管' });
      const { unit } = await leak.read();
      run.check('the unit', unit, 'hotline');
    },
  );
  await run.step(
    {
      zh: '证据齐备后办结，两个时钟都按时',
      en: 'With all its evidence it is resolved, both clocks in time',
    },
    async () => {
      const problem = await run.refused('li-agent', leak.call('resolve'), 409, 'missing-evidence');
      run.check('what is missing', problem['missing'], missingAfterControl);
      await leak.command('li-agent', 'complete-stages', { evidence });
      run.check('its clocks', await leak.clocks(), [
        `acknowledge met ${night('17:30:00')}`,
        `resolution met ${night('17:30:00')}`,
      ]);
      run.check('what fell due', await leak.deadlines(), []);
      run.check('who was told', await leak.told(), ['severity: supervisor']);
      run.check('its events', await leak.events(), leakEvents);
    },
  );
}

async function waitForMorning(run: DemoRun, bill: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '账单案件的提醒凌晨一点到点，按免打扰规则压到早上七点',
      en: 'The reminder of the bill falls due at one at night and is held until seven',
    },
    async () => {
      await run.reach(night('17:10:00'));
      run.check('alerts by night', await bill.told(), []);
      await run.reach(night('23:00:00'));
      const { told } = await bill.alert('breach');
      run.check('what fell due', await bill.deadlines(), [
        `acknowledge 0.5 ${night('16:30:00')}`,
        `acknowledge 0.75 ${night('17:00:00')}`,
        `acknowledge 0.9 ${night('17:18:00')}`,
        `acknowledge breached ${night('17:30:00')}`,
      ]);
      run.check('who was told', await bill.told(), ['breach acknowledge: supervisor']);
      run.check('its events', await bill.events(), billEvents);
      const early = told.filter(({ at }) => Date.parse(at) < Date.parse(night('23:00:00')));
      run.check('told before seven', early, []);
    },
  );
}
