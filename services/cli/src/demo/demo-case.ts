import type { DemoRun } from './demo-run.js';

interface ClockShown {
  kind: string;
  stage?: string;
  state: string;
  startedAt: string;
  dueAt: string;
}
interface AlertShown {
  id: string;
  caseId: string;
  cause: string;
  kind: string | null;
  threshold: number | null;
  acknowledgedBy: string | null;
  told: { step: string | null; audience: string; at: string }[];
}

interface EntryShown {
  type: string;
  occurredAt: string;
  data: { kind?: string; threshold?: number };
}

/** Without what precedes the name of every type, and its version. */
const nameOf = (type: string) => type.slice('clearline.'.length, type.lastIndexOf('.'));

/** A case of a demo, followed from the complaint on. */
export class DemoCase {
  private constructor(
    private readonly run: DemoRun,
    readonly id: string,
    readonly number: string,
  ) {}

  /** Files a complaint and waits for its case. */
  static async file(run: DemoRun, username: string, complaint: object): Promise<DemoCase> {
    const person = run.as(username);
    const filed = await person.post('/api/v1/complaints', complaint, { prefer: 'wait=10' });
    const id = String(filed['caseId']);
    await run.until('the case', async () => {
      const { status } = await run.as('admin').ask('GET', `/api/v1/cases/${id}`);
      return status === 200 || undefined;
    });
    return new DemoCase(run, id, String(filed['number']));
  }

  get path(): string {
    return `/api/v1/cases/${this.id}`;
  }

  /** The call of a command, for `refused`. */
  call(name: string, body: object = {}): readonly [string, string, object] {
    return ['POST', `${this.path}/commands/${name}`, body];
  }

  async command(username: string, name: string, body: object = {}): Promise<CaseShown> {
    const [, path] = this.call(name);
    return (await this.run.as(username).post(path, body)) as unknown as CaseShown;
  }

  async read(username = 'admin'): Promise<CaseShown> {
    return (await this.run.as(username).get(this.path)) as unknown as CaseShown;
  }

  /** Where the links of a relation lead. */
  async linked(rel: string): Promise<string[]> {
    const { links } = await this.read();
    return links.filter((link) => link.rel === rel).map(({ href }) => href);
  }

  /** Each clock in a line as in `resolution running 2026-11-24T17:30:00.000Z`, sorted. */
  async clocks(): Promise<string[]> {
    const { clocks } = await this.read();
    return clocks
      .map(({ kind, stage, state, dueAt }) => [kind, stage, state, dueAt].filter(Boolean).join(' '))
      .sort();
  }

  /** The types of all events of the case in their order, as in `case.opened`. */
  async events(): Promise<string[]> {
    return (await this.timeline()).map(({ type }) => nameOf(type));
  }

  /** When the last event of a type happened. */
  async instantOf(name: string): Promise<string> {
    const found = (await this.timeline()).findLast(({ type }) => nameOf(type) === name);
    return found?.occurredAt ?? '';
  }

  /** What fell due, as in `acknowledge 0.5 2026-11-24T16:30:00.000Z` and `acknowledge breached ...`. */
  async deadlines(): Promise<string[]> {
    return (await this.timeline()).flatMap(({ type, data, occurredAt }) => {
      const name = nameOf(type);
      if (name === 'sla.warning-reached') return [`${data.kind} ${data.threshold} ${occurredAt}`];
      return name === 'sla.breached' ? [`${data.kind} breached ${occurredAt}`] : [];
    });
  }

  private async timeline(): Promise<EntryShown[]> {
    const { items } = await this.run.as('admin').get(`${this.path}/timeline`);
    return items as EntryShown[];
  }

  /** The alerts of the case, the earliest first. */
  async alerts(): Promise<AlertShown[]> {
    const { items } = await this.run.as('admin').get('/api/v1/alerts?limit=200');
    return (items as AlertShown[]).filter(({ caseId }) => caseId === this.id).reverse();
  }

  /** Each alert in a line as in `warning acknowledge 0.75: supervisor, manager`. */
  async told(): Promise<string[]> {
    return (await this.alerts()).map(({ cause, kind, threshold, told }) => {
      const about = [cause, kind, threshold].filter((part) => part !== null).join(' ');
      return `${about}: ${told.map(({ audience }) => audience).join(', ')}`;
    });
  }

  /** The alert of a cause, once it has come. */
  async alert(cause: string, levels = 1): Promise<AlertShown> {
    return this.run.until(`the alert of ${cause} at level ${levels}`, async () =>
      (await this.alerts()).find((one) => one.cause === cause && one.told.length >= levels),
    );
  }
}

export interface CaseShown {
  version: number;
  stage: string;
  status: string;
  owner: string | null;
  unit: string | null;
  priority: string;
  policyRule: string;
  missing: string[];
  clocks: ClockShown[];
  links: { rel: string; href: string }[];
  conflicted?: string[];
}
