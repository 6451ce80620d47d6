import { createHash } from 'node:crypto';
import { FailureDesk, mostReplays } from '#eventing';
import type { DeadLetter, ParkedEvent } from '#eventing';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { consumersOf } from './schemas.js';

/** Two kinds of failures, decided upon in the same way. */
export type FailureKind = 'dlq' | 'parked';
export type Decision = 'redrive' | 'discard';

export interface FailureFilter {
  service?: string;
  reason?: string;
  type?: string;
  /** Of dead letters only. */
  state?: DeadLetter['state'];
}

export interface FailureView {
  /** `<service>-<number>` */
  id: string;
  service: string;
  [field: string]: unknown;
}

export interface FailureList {
  items: FailureView[];
  next: string | null;
  /** How many wait for a decision, by service, reason and type. */
  reasons: { service: string; reason: string; type: string; count: number }[];
}

/** Chosen failures of one service; `refused` were replayed too often. */
export interface Choice {
  service: string;
  ids: string[];
  refused: string[];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const knownCode = /^[a-z][a-z0-9.-]{0,79}$/;

/** Ids and keys that came from outside may be a phone number: only our own are shown as they are. */
function plain(text: string, pattern: RegExp): string {
  if (pattern.test(text)) return text;
  return `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

const iso = (instant: number | undefined) =>
  instant === undefined ? null : new Date(instant).toISOString();

function common(service: string, failure: DeadLetter | ParkedEvent): FailureView {
  const { id, eventId, type, topic, key, reason, detail } = failure;
  return {
    id: `${service}-${id}`,
    service,
    eventId: plain(eventId, uuid),
    type: plain(type, knownCode),
    topic,
    key: plain(key, uuid),
    reason,
    detail,
  };
}

const deadView = (service: string, letter: DeadLetter): FailureView => ({
  ...common(service, letter),
  state: letter.state,
  replays: letter.replays,
  failedAt: iso(letter.failedAt),
  resolvedBy: letter.resolvedBy ?? null,
  resolvedAt: iso(letter.resolvedAt),
});

const parkedView = (service: string, parked: ParkedEvent): FailureView => ({
  ...common(service, parked),
  attempts: parked.attempts,
  parkedAt: iso(parked.parkedAt),
  nextAttemptAt: iso(parked.nextAttemptAt),
});

/** Dead letters and parked events of every consuming service, in one list. No bodies, nothing personal. */
export class FailureBoard {
  constructor(
    private readonly database: Queries,
    private readonly kind: FailureKind,
  ) {}

  async list(
    filter: FailureFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<FailureList> {
    const services = await this.services(filter.service);
    const from = cursor === undefined ? undefined : splitId(cursor);
    const items: FailureView[] = [];
    for (const service of services) {
      if (items.length > limit || (from && service < from.service)) continue;
      const after = from?.service === service ? from.number : undefined;
      items.push(...(await this.page(service, filter, after, limit + 1 - items.length)));
    }
    const page = items.slice(0, limit);
    const next = items.length > limit ? page.at(-1)!.id : null;
    return { items: page, next, reasons: await this.reasons(services) };
  }

  /** Every failure that a filter names, up to `most`, by service. */
  async choose(filter: FailureFilter, most: number): Promise<Choice[]> {
    const choices: Choice[] = [];
    let left = most;
    for (const service of await this.services(filter.service)) {
      const views: FailureView[] = [];
      const state = this.kind === 'dlq' ? ('dead' as const) : undefined;
      for (let after: string | undefined; left > 0;) {
        const page = await this.page(service, { ...filter, state }, after, Math.min(left, 1_000));
        views.push(...page);
        left -= page.length;
        after = page.length > 0 ? splitId(page.at(-1)!.id).number : undefined;
        if (page.length < 1_000) break;
      }
      if (views.length > 0) choices.push(split(service, views));
    }
    return choices;
  }

  /**
   * The failures with these ids that still wait for a decision.
   * @throws Problem `not-found` naming every id that is not there any more
   */
  async find(ids: readonly string[]): Promise<Choice[]> {
    const known = new Set(await this.services(undefined));
    const choices: Choice[] = [];
    const found = new Set<string>();
    for (const service of new Set(ids.map((id) => splitId(id).service))) {
      if (!known.has(service)) continue;
      const wanted = ids.map(splitId).filter((id) => id.service === service);
      const views: FailureView[] = [];
      for (const { number } of wanted) {
        const before = String(BigInt(number) - 1n);
        const [view] = await this.page(service, {}, before, 1);
        const isOpen = this.kind === 'parked' || view?.['state'] === 'dead';
        if (view?.id === `${service}-${number}` && isOpen) views.push(view);
      }
      for (const { id } of views) found.add(id);
      choices.push(split(service, views));
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0) {
      const rest = missing.length > 20 ? ` and ${missing.length - 20} more` : '';
      const detail = `not there, or already decided: ${missing.slice(0, 20).join(', ')}${rest}`;
      throw new Problem('not-found', { detail });
    }
    return choices;
  }

  async decide(
    tx: Queries,
    { service, ids }: Choice,
    decision: Decision,
    actor: string,
    perSecond: number,
  ): Promise<number> {
    const desk = new FailureDesk(tx, { schema: service });
    if (this.kind === 'parked') {
      return decision === 'redrive'
        ? desk.redriveParked(ids, actor, { perSecond })
        : desk.discardParked(ids, actor);
    }
    return decision === 'redrive'
      ? desk.redriveDeadLetters(ids, actor, { perSecond })
      : desk.discardDeadLetters(ids, actor);
  }

  private async services(named: string | undefined): Promise<string[]> {
    const services = await consumersOf(this.database);
    if (named === undefined) return services;
    if (services.includes(named)) return [named];
    const message = `no service that consumes events; there are ${services.join(', ')}`;
    throw new Problem('validation', {
      errors: [{ path: 'service', rule: 'unknown-service', message }],
    });
  }

  private async page(
    service: string,
    { reason, type, state }: FailureFilter,
    after: string | undefined,
    limit: number,
  ): Promise<FailureView[]> {
    const desk = new FailureDesk(this.database, { schema: service });
    const options = { after, limit, reason, type };
    if (this.kind === 'parked') {
      return (await desk.listParked(options)).map((parked) => parkedView(service, parked));
    }
    const letters = await desk.listDeadLetters({ ...options, state });
    return letters.map((letter) => deadView(service, letter));
  }

  private async reasons(services: readonly string[]): Promise<FailureList['reasons']> {
    const counted: FailureList['reasons'] = [];
    for (const service of services) {
      const desk = new FailureDesk(this.database, { schema: service });
      const reasons = await (this.kind === 'dlq' ? desk.reasons() : desk.parkedReasons());
      for (const { reason, type, count } of reasons) {
        counted.push({ service, reason, type: plain(type, knownCode), count });
      }
    }
    return counted;
  }
}

function splitId(id: string): { service: string; number: string } {
  const at = id.lastIndexOf('-');
  return { service: id.slice(0, at), number: id.slice(at + 1) };
}

function split(service: string, views: readonly FailureView[]): Choice {
  const isSpent = (view: FailureView) => Number(view['replays'] ?? 0) >= mostReplays;
  return {
    service,
    ids: views.filter((view) => !isSpent(view)).map(({ id }) => splitId(id).number),
    refused: views.filter(isSpent).map(({ id }) => id),
  };
}
