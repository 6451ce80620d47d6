import { DemoCase } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const named = (code: string, zh: string, en: string, parent?: string) => ({
  ...{ code, name: { zh, en } },
  ...(parent && { parent }),
});
const day = 86_400_000;

/** Hours are Shanghai's in what is told, UTC in what is checked: 21:00 there is 13:00Z. */
export const adverseEvent: DemoScenario = {
  name: 'adverse-event',
  title: {
    zh: '医药咨询热线：来电提到不良反应，即刻离开投诉流程，另立安全报告',
    en: 'A medical line: an adverse event in a call leaves the flow of complaints at once, as a safety report',
  },
  begins: '2026-11-23T13:01:00.000Z',
  factor: 5_400,
  organisation: {
    units: [
      named('house', '总部', 'Head office'),
      named('line', '医药咨询热线', 'Medical line', 'house'),
      named('safety', '药物警戒台', 'Safety desk', 'house'),
      named('service', '客户服务部', 'Customer service', 'house'),
    ],
    categories: [
      named('adverse-event', '不良反应', 'Adverse event'),
      named('enquiry', '咨询', 'Enquiry'),
    ],
    products: [named('tablets', '降压片', 'Blood pressure tablets')],
    agents: [
      { agentId: 'm-1', unit: 'line', roles: ['agent'] },
      { agentId: 'p-1', unit: 'safety', roles: ['agent'] },
      { agentId: 'c-1', unit: 'service', roles: ['agent'] },
      { agentId: 's-1', unit: 'house', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'night-line', roles: ['agent'], agentId: 'm-1' },
    { username: 'safety-desk', roles: ['agent'], agentId: 'p-1' },
    { username: 'service', roles: ['agent'], agentId: 'c-1' },
    { username: 'head', roles: ['supervisor'], agentId: 's-1' },
  ],
  policy: { preset: 'cn-drug-safety' },
  async play(run) {
    const adverse = await hear(run);
    await keepOut(run, adverse);
    await tell(run, adverse);
    await takeOn(run, adverse);
    await send(run, adverse);
    await learnMore(run, adverse);
  },
};

async function hear(run: DemoRun): Promise<DemoCase> {
  let adverse!: DemoCase;
  await run.step(
    {
      zh: '夜里女儿来电：母亲服药后晕倒。一登记就归安全台，接电话的人先负责',
      en: 'At night a daughter calls: her mother fainted after a tablet. Filed, it is the desk’s; who took the call answers for it',
    },
    async () => {
      adverse = await DemoCase.file(run, 'night-line', {
        ...{ channel: 'phone', category: 'adverse-event', organisation: 'line' },
        ...{ product: 'tablets', party: 'relative', receivedAt: '2026-11-23T13:00:00.000Z' },
        customer: { name: '唐玉兰', phone: '13500007777' },
        statement: '我妈吃了你们的降压片以后晕倒了，现在在医院',
      });
      const { unit, owner, policyRule, missing } = await adverse.read();
      run.check('the case', [unit, owner, policyRule], ['safety', 'm-1', 'adverse-event']);
      run.check('what is missing', missing, ['taken', 'report', 'submission']);
      run.check('its clocks', await adverse.clocks(), [
        'acknowledge running 2026-11-24T13:00:00.000Z',
        'statutory running 2026-12-23T13:00:00.000Z',
      ]);
      await adverse.alert('critical');
    },
  );
  return adverse;
}

async function keepOut(run: DemoRun, adverse: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '不走投诉流程：不能致歉了事、不能补偿、客户也撤不回；客服部看不到',
      en: 'No complaint: nobody apologises it away, buys it off or withdraws it, and customer service does not see it',
    },
    async () => {
      const stage = { stage: 'control', evidence: { acknowledged: true, emotionLevel: 4 } };
      const gift = { kind: 'compensation', cost: 10, text: '礼品一份' };
      for (const call of [
        adverse.call('complete-stage', stage),
        adverse.call('offer-remedy', gift),
        adverse.call('withdraw', { channel: 'phone' }),
        adverse.call('pause', { reason: 'awaiting-customer' }),
      ]) {
        await run.refused('night-line', call, 409, 'illegal-transition');
      }
      await run.refused('service', ['GET', adverse.path], 403, 'forbidden');
    },
  );
}

async function tell(run: DemoRun, adverse: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '安全台一昼夜无人接手：超时上报；坐席先把听到的报全，住院属严重，法定期限缩到十五日',
      en: 'For a day nobody at the desk takes it: that is told above. The agent reports what was heard; a hospital stay is serious, so the authority has it in fifteen days',
    },
    async () => {
      const due = '2026-11-24T13:00:00.000Z';
      await run.reach(due);
      await run.until('the breach', async () =>
        (await adverse.events()).includes('sla.breached') ? true : undefined,
      );
      run.check('what fell due', await adverse.deadlines(), [
        'acknowledge 0.5 2026-11-24T01:00:00.000Z',
        `acknowledge breached ${due}`,
      ]);
      const daughter = { role: 'relative', name: '唐玉兰的女儿', mayBeTold: true, isContact: true };
      await adverse.command('night-line', 'name-party', daughter);
      await adverse.command('night-line', 'report-adverse-event', {
        ...{ reporter: 'relative', seriousness: ['hospitalisation'], outcome: 'not-recovered' },
        ...{ patient: '唐某，女，71 岁', reaction: '服药一小时后晕厥，送医' },
      });
      const { priority, policyRule } = await adverse.read();
      run.check('how grave it is', [priority, policyRule], ['high', 'serious']);
      run.check(
        'the authority’s time',
        (await adverse.clocks()).filter((line) => line.startsWith('statutory')),
        ['statutory running 2026-12-08T13:00:00.000Z'],
      );
    },
  );
}

async function takeOn(run: DemoRun, adverse: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '安全台接手：首问到此为止，首问坐席从此看不到病情',
      en: 'The desk takes it on: until here it was with who was asked first, who no longer reads of the patient',
    },
    async () => {
      await run.refused('night-line', adverse.call('take-safety-report'), 403, 'forbidden');
      const { owner } = await adverse.command('safety-desk', 'take-safety-report');
      run.check('the owner', owner, 'p-1');
      await run.refused('night-line', ['GET', `${adverse.path}/safety`], 403, 'forbidden');
      const { firstAsked } = await run.as('head').get(`${adverse.path}/departments`);
      const { agent, handedTo, how } = firstAsked as Record<string, unknown>;
      run.check('who was asked first', [agent, handedTo, how], ['m-1', 'p-1', 'safety-taken']);
    },
  );
}

async function send(run: DemoRun, adverse: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '先告知生产企业，再报监管部门：只有监管部门收到才算按时',
      en: 'The manufacturer is told, then the authority: only the latter answers the clock',
    },
    async () => {
      const early = adverse.call('end-safety-report', { finding: 'reported' });
      const { missing } = await run.refused('safety-desk', early, 409, 'missing-evidence');
      run.check('what is missing', missing, ['submission']);
      await submit(adverse, 'manufacturer', 'email');
      run.check('the authority’s clock', await statutory(adverse), ['running']);
      await submit(adverse, 'authority', 'web');
      run.check('the authority’s clock', await statutory(adverse), ['met']);
    },
  );
}

async function learnMore(run: DemoRun, adverse: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '医院来电：患者去世。新版报告即刻再报，一日为限，逾期上报',
      en: 'The hospital calls: the patient has died. The new version has a day of its own, which runs out',
    },
    async () => {
      await adverse.command('safety-desk', 'report-adverse-event', {
        ...{ reporter: 'doctor', seriousness: ['death'], outcome: 'died' },
        ...{ patient: '唐某，女，71 岁', reaction: '晕厥后三日不治' },
      });
      const { priority, clocks } = await adverse.read();
      const fresh = clocks.at(-1)!;
      run.check('how grave it is', [priority, fresh.kind], ['critical', 'statutory']);
      run.check('its time', Date.parse(fresh.dueAt) - Date.parse(fresh.startedAt), day);
      await run.reach(fresh.dueAt);
      await run.until('the breach', async () =>
        (await statutory(adverse)).includes('breached') ? true : undefined,
      );
      const half = new Date(Date.parse(fresh.dueAt) - day / 2).toISOString();
      run.check('what fell due', (await adverse.deadlines()).slice(2), [
        `statutory 0.5 ${half}`,
        `statutory breached ${fresh.dueAt}`,
      ]);
    },
  );
  await run.step(
    {
      zh: '补报后结束：不回访、不问卷；谁在何时向谁报告了什么，一览可查',
      en: 'Sent late, it ends without callback or survey, and says who reported what to whom and when',
    },
    async () => {
      await submit(adverse, 'authority', 'web');
      const ended = await adverse.command('safety-desk', 'end-safety-report', {
        finding: 'reported',
      });
      run.check('the case', [ended.stage, ended.status], ['closed', 'closed']);
      const report = await run.as('head').get(`${adverse.path}/safety`);
      const told = report['submissions'] as { recipient: string; version: number; by: string }[];
      run.check(
        'who was told of which version',
        told.map(({ recipient, version, by }) => `${recipient} ${version} ${by}`),
        ['manufacturer 1 p-1', 'authority 1 p-1', 'authority 2 p-1'],
      );
      const { items } = await run.as('safety-desk').get('/api/v1/safety-reports?serious=true');
      const listed = (items as { caseId: string; status: string }[]).map(
        ({ caseId, status }) => `${caseId} ${status}`,
      );
      run.check('the register', listed, [`${adverse.id} ended`]);
      run.check('who was told', await adverse.told(), [
        ...['critical: supervisor', 'warning acknowledge 0.5: supervisor'],
        ...['breach acknowledge: manager', 'warning statutory 0.5: supervisor'],
        'breach statutory: manager',
      ]);
      run.check('its events', await adverse.events(), events);
    },
  );
}

const events = [
  ...['case.opened', 'case.left-for-safety', 'alert.raised'],
  ...['sla.warning-reached', 'alert.raised', 'sla.breached', 'alert.raised'],
  ...['case.party-named', 'case.safety-reported', 'case.severity-changed'],
  ...['sla.clock-recalculated', 'case.safety-taken', 'case.assigned', 'sla.stopped-late'],
  ...['case.safety-submitted', 'case.safety-submitted', 'sla.met'],
  ...['case.safety-reported', 'case.severity-changed', 'sla.clock-started'],
  ...['sla.warning-reached', 'alert.raised', 'sla.breached', 'alert.raised'],
  ...['case.safety-submitted', 'sla.stopped-late'],
  ...['case.safety-ended', 'case.closed'],
];

async function submit(adverse: DemoCase, recipient: string, channel: string): Promise<void> {
  const sent = { recipient, channel, reference: '回执 2026-88' };
  await adverse.command('safety-desk', 'record-safety-submission', sent);
}

/** How the clocks of the authority stand, the earliest first. */
async function statutory(adverse: DemoCase): Promise<string[]> {
  const { clocks } = await adverse.read();
  return clocks.filter(({ kind }) => kind === 'statutory').map(({ state }) => state);
}
