import { DemoCase } from '../demo-case.js';
import type { CaseShown } from '../demo-case.js';
import type { DemoRun } from '../demo-run.js';
import type { DemoScenario } from '../demo-scenario.js';

const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });
const households = 300;

const answerId = '019aafe0-0000-7000-8000-00000000f001';
interface Answered {
  incident: { id: string; number: string; version: number };
  cases: { id: string; number: string; version: number }[];
  answers: { sent: number }[];
}

interface Item {
  case: string;
  status: number;
  problem?: { missing?: string[] };
}

const evidence = {
  control: { acknowledged: true, emotionLevel: 3 },
  listen: {
    ...{ facts: '整片停水', happenedAt: '2026-11-23T00:20:00.000Z', place: '河西片区' },
    ...{ product: 'tap-water', remedySought: '尽快恢复供水' },
  },
  establish: { restatement: '您家从早上八点二十起停水', confirmed: true },
  apologise: {
    apology: '给您的生活带来不便，深表歉意',
    apologyChannel: 'phone',
    remedyOffered: '送水车',
  },
};
const outcome = {
  ...{ resolution: '主管爆裂，已修复通水', remedyCost: 0, rootCause: '主管老化' },
  ...{ preventiveAction: '更换该段主管', customerTold: true },
};

/** Hours are Shanghai's in what is told, UTC in what is checked: 09:00 there is 01:00Z. */
export const waterOutage: DemoScenario = {
  name: 'water-outage',
  title: {
    zh: '大面积停水：三百户来电，一件牵头，一起答复、一起办结',
    en: 'A water outage: three hundred households call, one case stands for them, answered and closed together',
  },
  begins: '2026-11-23T01:01:00.000Z',
  // Nothing is waited for: three hundred calls are no deadline on a slow machine either.
  factor: 60,
  organisation: {
    units: [named('hotline', '热线中心', 'Hotline'), named('east', '河东营业所', 'East office')],
    categories: [named('water', '供水', 'Water')],
    products: [named('tap-water', '自来水', 'Tap water')],
    agents: [
      { agentId: 'a-1', unit: 'hotline', roles: ['agent'] },
      { agentId: 'e-1', unit: 'east', roles: ['agent'] },
      { agentId: 's-1', unit: 'hotline', roles: ['supervisor'] },
    ],
  },
  people: [
    { username: 'agent', roles: ['agent'], agentId: 'a-1' },
    { username: 'east', roles: ['agent'], agentId: 'e-1' },
    { username: 'supervisor', roles: ['supervisor'], agentId: 's-1' },
  ],
  // Each household calls once: nobody asks for earlier complaints three hundred times.
  policy: { preset: 'cn-12345', more: { likelyRepeats: undefined } },
  async play(run) {
    const [parent, members] = await flood(run);
    await answerTogether(run, parent, members);
    await closeTogether(run, parent);
  },
};

const complaint = (household: number) => ({
  ...{ channel: 'phone', category: 'water', organisation: 'hotline', product: 'tap-water' },
  receivedAt: '2026-11-23T01:00:00.000Z',
  customer: { name: '住户', phone: String(13_400_000_000 + household) },
  statement: '家里没有水',
});

async function flood(run: DemoRun): Promise<[DemoCase, string[]]> {
  let parent!: DemoCase;
  let members: string[] = [];
  await run.step(
    {
      zh: '一小时内三百户来电，全部并到一件停水事件下',
      en: 'Three hundred households call, and all of them join one incident',
    },
    async () => {
      parent = await DemoCase.file(run, 'agent', complaint(0));
      run.check('its clocks', await parent.clocks(), [
        'acknowledge running 2026-11-23T03:00:00.000Z',
        'resolution running 2026-11-24T01:00:00.000Z',
      ]);
      const calls = Array.from({ length: households }, (_, index) => complaint(index + 1));
      const { items } = await run.as('agent').post('/api/v1/complaints', calls);
      members = (items as { id: string }[]).map(({ id }) => id);
      await run.until('their cases', async () => {
        const last = await run.as('admin').ask('GET', `/api/v1/cases/${members.at(-1)}`);
        return last.status === 200 || undefined;
      });
      const cases = members.map((id) => ({ case: id }));
      const join = { cases, body: { incident: parent.number } };
      const joined = await run.as('supervisor').post('/api/v1/cases/commands/join-incident', join);
      run.check('each answer', statuses(joined['items'] as Item[]), { 200: households });
      const seen = await run.as('supervisor').get(`${parent.path}/incident`);
      run.check('how many belong to it', seen['total'], households);
      await run.refused('east', ['GET', `${parent.path}/incident`], 403, 'forbidden');
    },
  );
  return [parent, members];
}

async function answerTogether(run: DemoRun, parent: DemoCase, members: string[]): Promise<void> {
  await run.step(
    {
      zh: '没有证据，一件也关不了，每件都说明缺什么',
      en: 'Without evidence none of them closes, and each says what it lacks',
    },
    async () => {
      const items = await together(run, parent, 'close', { reason: 'customer-informed' });
      run.check('each answer', statuses(items), { 409: households + 1 });
      const lacking = items.filter(({ problem }) => problem?.missing?.includes('listen.facts'));
      // The one that stands for them waits for the others first.
      run.check('how many say so', lacking.length, households);
      await run.refused('agent', incidentCall(parent, 'close'), 403, 'forbidden');
    },
  );
  await run.step(
    {
      zh: '统一答复：三百零一户各收到一条写着自己单号的消息；其中一户另有水表问题，单独退出',
      en: 'They are answered together, each household with a message that names its own case; one has another problem and leaves',
    },
    async () => {
      run.check(
        'each answer',
        statuses(await together(run, parent, 'complete-stages', { evidence })),
        {
          200: households + 1,
        },
      );
      await tellEach(run, parent, members[0]!);
      await run.as('supervisor').post(`/api/v1/cases/${members[7]}/commands/leave-incident`, {});
    },
  );
}

/** One request, a message to each; given again it sends nothing twice. */
async function tellEach(run: DemoRun, parent: DemoCase, member: string): Promise<void> {
  const supervisor = run.as('supervisor');
  const read = (await supervisor.get(`${parent.path}/incident`)) as unknown as Answered;
  const named = [...read.cases, read.incident];
  const answer = {
    cases: named.map(({ id, version }) => ({ case: id, expectedVersion: version })),
    ...{
      kind: 'interim',
      channel: 'app',
      text: '{称呼}，您好！单号{单号}：今天十二点前恢复供水。',
    },
  };
  const path = `${parent.path}/incident/answers/${answerId}`;
  for (const time of ['each message', 'the same again']) {
    const { items } = await supervisor.put(path, answer);
    run.check(time, statuses(items as Item[]), { 200: households + 1 });
  }
  await run.refused('agent', ['PUT', path, answer], 403, 'forbidden');
  await run.until('the messages to leave', async () => {
    const { answers } = (await supervisor.get(`${parent.path}/incident`)) as unknown as Answered;
    return answers[0]?.sent === households + 1 || undefined;
  });
  const { number } = named.find(({ id }) => id === member)!;
  const { messages } = await supervisor.get(`/api/v1/cases/${member}/resolution`);
  run.check(
    'what one of them reads',
    (messages as { text: string }[]).map(({ text }) => text),
    [`住户，您好！单号${number}：今天十二点前恢复供水。`],
  );
}

async function closeTogether(run: DemoRun, parent: DemoCase): Promise<void> {
  await run.step(
    {
      zh: '通水后一起办结，牵头件最后关闭；时钟全部按时',
      en: 'With water again they are resolved and closed, the one that stands for them last, all in time',
    },
    async () => {
      for (const [name, body] of [
        ['resolve', outcome],
        ['close', { reason: 'customer-informed' }],
      ] as const) {
        run.check(name, statuses(await together(run, parent, name, body)), { 200: households });
      }
      run.check('its clocks', await parent.clocks(), [
        'acknowledge met 2026-11-23T03:00:00.000Z',
        'resolution met 2026-11-24T01:00:00.000Z',
      ]);
      const { cases } = (await run.as('supervisor').get(`${parent.path}/incident`)) as unknown as {
        cases: CaseShown[];
      };
      run.check('all of them', [...new Set(cases.map(({ status }) => status))], ['closed']);
      run.check('how many', cases.length, households - 1);
      run.check('its events', await parent.events(), events);
      run.check('what fell due', await parent.deadlines(), []);
      run.check('who was told', await parent.told(), []);
    },
  );
}

const events = [
  'case.opened',
  ...Array.from({ length: households }, () => 'case.incident-grown'),
  ...['case.stage-completed', 'case.triaged', 'sla.met'],
  ...['case.stage-completed', 'case.stage-completed', 'case.stage-completed'],
  ...['case.message-held', 'case.message-sent', 'case.contact-recorded'],
  ...['case.incident-shrunk', 'case.stage-completed', 'case.resolved', 'sla.met'],
  ...['case.stage-completed', 'case.stage-completed', 'case.closed'],
];

const incidentCall = (parent: DemoCase, name: string, body: object = {}) =>
  ['POST', `${parent.path}/incident/commands/${name}`, { body }] as const;

async function together(
  run: DemoRun,
  parent: DemoCase,
  name: string,
  body: object,
): Promise<Item[]> {
  const [, path, given] = incidentCall(parent, name, body);
  const { items } = await run.as('supervisor').post(path, given);
  return items as Item[];
}

/** How many items were answered with which status. */
function statuses(items: readonly Item[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of items) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
