import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const unit = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });
const agent = (agentId: string, unitCode: string, role = 'agent') => ({
  ...{ agentId, unit: unitCode, roles: [role] },
});

const evidence = {
  control: { acknowledged: true, emotionLevel: 3 },
  listen: {
    facts: '楼上空调冷凝水渗入天花板',
    happenedAt: '2026-11-23T00:30:00.000Z',
    place: '3 栋 1201 卧室',
    remedySought: '修复天花板',
  },
  establish: { restatement: '卧室天花板渗水，需要查明来源并修复', confirmed: true },
  apologise: {
    ...{ apology: '给您添麻烦了', apologyChannel: 'phone', remedyOffered: '免费修补粉刷' },
  },
  resolve: {
    ...{ resolution: '改接冷凝水管并修补天花板', remedyCost: 380, rootCause: '管道接驳不当' },
    ...{ preventiveAction: '同户型冷凝水管普查', customerTold: true },
  },
};

/** Hours are Shanghai's in what is told, UTC in what is checked: 09:00 there is 01:00Z. */
export const propertyRepair: DemoScenario = {
  name: 'property-repair',
  title: {
    zh: '物业维修：三个部门、两次退单，每个部门持有多久一分不差',
    en: 'A repair at a property: three departments, two refusals, and who had it for how long to the minute',
  },
  begins: '2026-11-23T01:01:00.000Z',
  factor: 5_400,
  organisation: {
    units: [
      unit('office', '管家中心', 'Residents’ office'),
      unit('engineering', '工程部', 'Engineering'),
      unit('cleaning', '保洁部', 'Cleaning'),
      unit('contractor', '外包维修', 'Contractor'),
    ],
    categories: [unit('repair-home', '居家维修', 'Repairs in homes')],
    products: [unit('ceiling', '天花板', 'Ceiling')],
    agents: [
      agent('o-1', 'office'),
      agent('e-1', 'engineering'),
      agent('c-1', 'cleaning'),
      agent('w-1', 'contractor'),
      agent('s-1', 'office', 'supervisor'),
    ],
  },
  people: [
    { username: 'office', roles: ['agent'], agentId: 'o-1' },
    { username: 'engineering', roles: ['agent'], agentId: 'e-1' },
    { username: 'cleaning', roles: ['agent'], agentId: 'c-1' },
    { username: 'contractor', roles: ['agent'], agentId: 'w-1' },
  ],
  async play(run) {
    const repair = await fileRepair(run);
    await refuseTwice(run, repair);
    await lapse(run, repair);
    await finish(run, repair);
  },
};

async function fileRepair(run: DemoRun): Promise<DemoCase> {
  let repair!: DemoCase;
  await run.step(
    {
      zh: '租客报修天花板渗水，谁接的电话谁先负责',
      en: 'A tenant reports a leaking ceiling; who took the call is responsible first',
    },
    async () => {
      repair = await DemoCase.file(run, 'office', {
        ...{ channel: 'phone', category: 'repair-home', organisation: 'office', party: 'tenant' },
        ...{ product: 'ceiling', receivedAt: '2026-11-23T01:00:00.000Z' },
        customer: { name: '何静', phone: '13700003333' },
        statement: '卧室天花板一直滴水',
      });
      const { owner, policyRule } = await repair.read();
      run.check('the case', [owner, policyRule], ['o-1', 'standard']);
      run.check(
        'the resolution',
        (await repair.clocks()).filter((line) => /^res/.test(line)),
        ['resolution running 2026-11-30T10:00:00.000Z'],
      );
    },
  );
  return repair;
}

async function refuseTwice(run: DemoRun, repair: DemoCase): Promise<void> {
  const send = (to: string) =>
    repair.command('office', 'transfer', {
      to,
      reason: 'responsible-unit',
      note: '请核实渗水来源',
    });
  await run.step(
    { zh: '工程部退单：非本部门职责', en: 'Engineering sends it back: not responsible' },
    async () => {
      run.check('the unit', (await send('engineering')).unit, 'engineering');
      const refusal = { reason: 'not-responsible', note: '属空调冷凝水，非公共管道' };
      await run.refused('cleaning', repair.call('refuse-transfer', refusal), 403, 'forbidden');
      run.check(
        'the unit',
        (await repair.command('engineering', 'refuse-transfer', refusal)).unit,
        'office',
      );
    },
  );
  await run.step(
    { zh: '保洁部退单：无权处理', en: 'Cleaning sends it back: no authority' },
    async () => {
      await send('cleaning');
      await repair.command('cleaning', 'refuse-transfer', { reason: 'no-authority' });
    },
  );
  await run.step(
    {
      zh: '外包维修不得再退：已退两次，必须接单',
      en: 'The contractor may not refuse: two refusals are the limit, so it takes the case',
    },
    async () => {
      await send('contractor');
      const third = repair.call('refuse-transfer', { reason: 'other', note: '人手不足' });
      await run.refused('contractor', third, 409, 'illegal-transition');
      const { owner } = await repair.command('contractor', 'accept-transfer');
      run.check('the owner', owner, 'w-1');
    },
  );
}

async function lapse(run: DemoRun, repair: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '外包拖过两个工作日，部门时限到点报警',
      en: 'The contractor lets two working days pass: the deadline of its department fires',
    },
    async () => {
      await run.reach('2026-11-25T03:30:00.000Z');
      await run.until('the alert of its breach', async () =>
        (await repair.told()).includes('breach department: supervisor') ? true : undefined,
      );
      const { clocks } = await repair.read();
      const [department] = clocks.filter(
        ({ kind, state }) => kind === 'department' && state !== 'cancelled',
      );
      run.check('the clock of the contractor', department!.state, 'breached');
      const due = (await repair.deadlines()).filter((line) => line.startsWith('department'));
      run.check('what fell due of it', due, departmentDeadlines(department!));
      run.check('who was told', await repair.told(), told);
      run.check('its events', apart(await repair.events()), apart(events));
    },
  );
}

/** Two working days of eight hours, 09:00 to 12:00 and 13:00 to 18:00, from some time after nine on a Monday. */
function departmentDeadlines({ startedAt }: { startedAt: string }): string[] {
  const after = (minutes: number) =>
    new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
  return [
    `department 0.5 ${after(24 * 60)}`,
    `department 0.75 ${after(29 * 60)}`,
    `department 0.9 ${after(31 * 60 + 24)}`,
    `department breached ${after(48 * 60)}`,
  ];
}

/** Each clock of the default policy warns three times; nobody acknowledged, so nothing is left out. */
const told = [
  ...['warning acknowledge 0.5: supervisor', 'warning acknowledge 0.75: supervisor'],
  ...['warning acknowledge 0.9: supervisor', 'breach acknowledge: supervisor'],
  ...['warning stage 0.5: supervisor', 'warning stage 0.75: supervisor'],
  ...['warning stage 0.9: supervisor', 'warning next-update 0.5: supervisor'],
  ...['breach stage: supervisor', 'warning department 0.5: supervisor'],
  ...['warning next-update 0.75: supervisor', 'warning department 0.75: supervisor'],
  ...['warning next-update 0.9: supervisor', 'warning department 0.9: supervisor'],
  ...['breach next-update: supervisor', 'breach department: supervisor'],
];
const byClocks = ['sla.warning-reached', 'sla.breached', 'alert.raised'];
/** What people do and what clocks tell, each in its own order: the first hour is over before a busy machine is done. */
const apart = (types: readonly string[]) => ({
  people: types.filter((type) => !byClocks.includes(type)),
  clocks: types.filter((type) => byClocks.includes(type)),
});
const alerted = (name: string, times: number) =>
  Array.from({ length: times }, () => [`sla.${name}`, 'alert.raised']).flat();
const refusal = [
  'sla.clock-started',
  'case.transferred',
  'sla.clock-cancelled',
  'case.transfer-refused',
];
const events = [
  ...['case.opened', ...refusal, ...refusal],
  ...['sla.clock-started', 'case.transferred', 'case.transfer-accepted'],
  ...[...alerted('warning-reached', 3), ...alerted('breached', 1)],
  ...[...alerted('warning-reached', 4), ...alerted('breached', 1)],
  ...[...alerted('warning-reached', 5), ...alerted('breached', 2)],
];

/** What was late stops late; the next stages, with all their evidence at hand, end as they begin. */
const passed = ['sla.clock-started', 'case.stage-completed'];
const ended = [
  ...['sla.stopped-late', 'case.handed-back', 'case.stage-completed', 'sla.stopped-late'],
  ...['case.triaged', 'sla.stopped-late', ...passed, 'sla.met', ...passed, 'sla.met'],
  ...[...passed, 'sla.met', ...passed, 'case.resolved', 'sla.met', 'sla.met', 'sla.met'],
];

async function finish(run: DemoRun, repair: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '退回管家中心办结，各部门分钟数之和等于全程',
      en: 'Given back and resolved: the minutes of the departments add up to the life of the case',
    },
    async () => {
      await repair.command('contractor', 'hand-back', { result: '已改接水管' });
      await repair.command('office', 'complete-stages', { evidence });
      const spent = await run.as('office').get(`${repair.path}/departments`);
      const { spans, units, lifeMinutes } = spent as unknown as DepartmentsShown;
      run.check(
        'who had it',
        spans.map(({ unit: code }) => code),
        [
          ...[
            'office',
            'engineering',
            'office',
            'cleaning',
            'office',
            'contractor',
            'contractor',
            'office',
          ],
        ],
      );
      const sum = (parts: { minutes: number }[]) =>
        parts.reduce((all, one) => all + one.minutes, 0);
      run.check('the minutes of the spans', sum(spans), lifeMinutes);
      run.check('the minutes of the units', sum(units), lifeMinutes);
      run.check('who was told', await repair.told(), told);
      run.check('its events', apart(await repair.events()), apart([...events, ...ended]));
    },
  );
}

interface DepartmentsShown {
  lifeMinutes: number;
  spans: { unit: string; minutes: number }[];
  units: { unit: string; minutes: number }[];
}
