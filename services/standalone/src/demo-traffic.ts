import { demoOrganisation, demoPassword } from './demo-data.js';

const historySize = 60;
const everyMs = 2_000;

const statements = [
  {
    category: 'billing',
    zh: '燃气账单重复扣费，请核实。',
    en: 'I was charged twice on my gas bill.',
  },
  {
    category: 'leak',
    zh: '楼道里有煤气味，很担心。',
    en: 'There is a smell of gas in the stairwell.',
  },
  {
    category: 'repair',
    zh: '维修师傅约好没有来。',
    en: 'The repair visit was booked and nobody came.',
  },
  {
    category: 'attitude',
    zh: '上门人员态度冷漠。',
    en: 'The visiting staff were indifferent to us.',
  },
] as const;
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'];
const channels = ['phone', 'phone', 'phone', 'app', 'web', 'social'] as const;
const severities = ['low', 'normal', 'normal', 'normal', 'high', 'critical'] as const;

/** A generator of numbers in 0..1 that gives the same run for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One complaint as an agent would file it; the same numbers give the same complaint. */
export function demoComplaint(random: () => number): Record<string, unknown> {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const text = pick(statements);
  const severity = text.category === 'leak' ? 'critical' : pick(severities);
  return {
    channel: pick(channels),
    customer: {
      name: `${pick(surnames)}${pick(['女士', '先生'])}`,
      phone: `138${String(Math.floor(random() * 100_000_000)).padStart(8, '0')}`,
      tier: pick(['standard', 'standard', 'standard', 'quality', 'key', 'vip']),
    },
    category: text.category,
    statement: random() < 0.7 ? text.zh : text.en,
    severity,
    organisation: pick(['north', 'south']),
    product: pick(['pipeline-gas', 'meter']),
    ...(random() < 0.08 && { threats: [pick(['media', 'regulator', 'leave'])] }),
  };
}

const evidence: Record<string, Record<string, unknown>> = {
  control: { acknowledged: true, emotionLevel: 3 },
  listen: { facts: '客户陈述已记录', remedySought: '尽快处理' },
  establish: { restatement: '已向客户复述', confirmed: true },
  apologise: { apology: '给您带来不便，我们深表歉意', apologyChannel: 'phone' },
};

/** Agents at work: files complaints over the public API and walks some of them to their end, until stopped. */
export class DemoTraffic {
  private readonly random = seededRandom(20_260_101);
  private timer: NodeJS.Timeout | undefined;
  private token = '';
  private readonly openCases: string[] = [];

  constructor(
    private readonly url: string,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  async start(isNew: boolean): Promise<void> {
    if (isNew) await this.layDown();
    this.token = await this.signIn('agent');
    if (isNew) {
      const bodies = Array.from({ length: historySize }, () => demoComplaint(this.random));
      const answer = await this.post<{ items: { id: string }[] }>('/api/v1/complaints', bodies);
      this.openCases.push(...answer.items.map(({ id }) => id));
    }
    this.timer = setInterval(() => void this.step().catch(this.onFailure), everyMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async layDown(): Promise<void> {
    this.token = await this.signIn('admin');
    await this.post('/api/v1/organisation', {
      ...demoOrganisation,
      agents: [
        { agentId: 'a-001', unit: 'north', roles: ['agent'] },
        { agentId: 's-001', unit: 'hq', roles: ['supervisor'] },
      ],
    });
  }

  private async step(): Promise<void> {
    const { complaintId } = await this.post<{ complaintId: string }>(
      '/api/v1/complaints',
      demoComplaint(this.random),
    );
    this.openCases.push(complaintId);
    const index = Math.floor(this.random() * this.openCases.length);
    const caseId = this.openCases[index]!;
    if (await this.advance(caseId)) this.openCases.splice(index, 1);
  }

  /** One step further on a case's way; true once it is closed. */
  private async advance(caseId: string): Promise<boolean> {
    const response = await this.send('GET', `/api/v1/cases/${caseId}`);
    if (!response.ok) return false;
    const { stage } = (await response.json()) as { stage: string };
    const command = (name: string, body: unknown) =>
      this.post(`/api/v1/cases/${caseId}/commands/${name}`, body);
    if (evidence[stage]) {
      if (stage === 'control')
        await command('record-contact', { channel: 'phone', direction: 'outbound' });
      await command('complete-stage', { stage, evidence: evidence[stage] });
    } else if (stage === 'resolve') {
      await command('resolve', { resolution: '问题已解决，客户确认' });
    } else if (stage === 'callback') {
      const satisfied = this.random() < 0.85;
      const at = new Date().toISOString();
      await this.post('/api/v1/callbacks', {
        caseId,
        type: 'resolution',
        outcome: 'reached',
        satisfied,
        at,
      });
    } else if (stage === 'survey') {
      await this.post('/api/v1/surveys', {
        caseId,
        kind: 'csat',
        score: 1 + Math.floor(this.random() * 5),
      });
    }
    return stage === 'survey' || stage === 'closed';
  }

  private async signIn(username: string): Promise<string> {
    const body = { username, password: demoPassword };
    return (await this.post<{ token: string }>('/api/v1/login', body)).token;
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    const response = await this.send('POST', path, body);
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
