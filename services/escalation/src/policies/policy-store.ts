import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PolicyPublished } from '#contracts';
import type { PolicyFacts } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { newId, Problem } from '#platform';
import type { Queries, Tx } from '#platform';
import { calendarReference, defaultPolicy, validatePolicy } from '#sla';
import type { CalendarLookup, Policy, PolicyProblem, PolicyText } from '#sla';
import { PolicyBook } from '../domain/policy-book.js';
import { requestApplication } from './policy-applications.js';

/** How long a version published by another replica may stay unnoticed. */
const freshMs = 1_000;

/** The stream of what was published, one for all policies. */
const stream = 'policies';

export interface Publication extends Omit<PolicyText, 'problems'> {
  by: string;
  /** The version in force that the author saw. */
  expectedVersion?: number;
  /** The older version whose body this is again. */
  fromVersion?: number;
  /** Whether open cases are taken over to it. */
  appliesToOpenCases?: boolean;
}

/** The published policies. New cases get the newest; a case keeps the version it was opened under. */
@Injectable()
export class PolicyStore implements OnModuleInit {
  readonly book = new PolicyBook([defaultPolicy]);

  private refreshedAt = 0;
  private readonly loaded = new Map<number, Policy>();

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  async onModuleInit(): Promise<void> {
    const { database, clock } = this.runtime;
    await database.query(
      `insert into policies (version, body, published_by, published_at) values ($1, $2, 'system', $3)
       on conflict do nothing`,
      [defaultPolicy.version, JSON.stringify(defaultPolicy), clock.now()],
    );
    await this.refresh();
  }

  /** Loads versions that another replica published; the first one too, which an older release may have written. */
  async refresh(tx: Queries = this.runtime.database): Promise<void> {
    this.refreshedAt = Date.now();
    const rows = await tx.query<{ body: string }>(
      `select body from policies where not (version = any($1::int[])) order by version`,
      [[...this.loaded.keys()]],
    );
    for (const { body } of rows) this.add(JSON.parse(body) as Policy);
  }

  /** Makes sure that these versions are known, and the newest one within a second of its publication. */
  async ensure(tx: Queries, versions: readonly number[]): Promise<void> {
    const isOld = Date.now() - this.refreshedAt > freshMs;
    if (isOld || versions.some((version) => !this.book.has(version))) await this.refresh(tx);
  }

  /** Calendars of a version, which another replica may have published a moment ago. */
  async calendarsOf(version: number): Promise<CalendarLookup> {
    if (!this.book.has(version)) await this.refresh();
    return this.book.calendars(version);
  }

  /** @throws Problem `not-found` */
  async getVersion(version: number): Promise<Policy> {
    if (!this.loaded.has(version)) await this.refresh();
    const policy = this.loaded.get(version);
    if (!policy) throw new Problem('not-found', { detail: `no policy version ${version}` });
    return policy;
  }

  /** The published policies, and one that is not published. */
  bookWith(candidate: Policy): PolicyBook {
    return new PolicyBook([...this.loaded.values(), candidate]);
  }

  /** Every version, the newest first, without its body. */
  async listVersions(): Promise<PolicyFacts[]> {
    await this.refresh();
    const rows = await this.runtime.database.query<{
      version: number;
      by: string;
      at: number;
      hash: string;
    }>(
      `select version, published_by as by, published_at::float8 as at,
              encode(sha256(convert_to(body, 'UTF8')), 'hex') as hash
         from policies order by version desc`,
    );
    return rows.flatMap(({ version, by, at, hash }) => {
      const policy = this.loaded.get(version);
      if (!policy) return [];
      const { id, title = null, rules } = policy;
      const publishedAt = new Date(at).toISOString();
      return [{ version, id, title, rules: rules.length, publishedBy: by, publishedAt, hash }];
    });
  }

  /**
   * The policy that publishing this would put in force.
   * @throws Problem `validation` with every problem it has
   */
  async candidate({ input, lineOf }: Omit<PolicyText, 'problems'>): Promise<Policy> {
    await this.refresh();
    const version = this.book.current.version + 1;
    const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
    const { policy, problems } = validatePolicy(isObject ? { ...input, version } : input, lineOf);
    const found = policy ? this.changedCalendars(policy, lineOf) : problems;
    if (policy && found.length === 0) return policy;
    throw new Problem('validation', { detail: 'the policy was refused', errors: found });
  }

  /**
   * Publishes a policy as the next version, with its entry in the log; open cases keep theirs unless it
   * applies to them too: those are taken over in the background.
   * @throws Problem `validation` with every problem the policy has, `stale-version` when another one was
   *   published meanwhile; the running one stays
   */
  async publish(publication: Publication): Promise<Policy> {
    const { by, expectedVersion } = publication;
    const policy = await this.candidate(publication);
    const previous = policy.version - 1;
    if (expectedVersion !== undefined && expectedVersion !== previous) throw stale(previous);
    const body = JSON.stringify(policy);
    await this.runtime.database.transaction(async (tx) => {
      const inserted = await tx.query(
        `insert into policies (version, body, published_by, published_at) values ($1, $2, $3, $4)
         on conflict do nothing returning version`,
        [policy.version, body, by, this.runtime.clock.now()],
      );
      if (inserted.length === 0) throw stale(policy.version);
      await this.appendPublished(tx, policy, body, publication);
      if (publication.appliesToOpenCases) {
        await requestApplication(tx, policy.version, by, this.runtime.clock.now());
      }
    });
    this.add(policy);
    return policy;
  }

  private add(policy: Policy): void {
    this.loaded.set(policy.version, policy);
    this.book.add(policy);
  }

  private async appendPublished(
    tx: Tx,
    { id, version }: Policy,
    body: string,
    { by, fromVersion, appliesToOpenCases = false }: Publication,
  ): Promise<void> {
    const { clock, events } = this.runtime;
    const now = clock.now();
    const [last] = await tx.query<{ sequence: number; hash: string }>(
      `select sequence, hash from events where stream = $1 order by sequence desc limit 1`,
      [stream],
    );
    const data = {
      policy: id,
      version,
      previous: version - 1,
      hash: createHash('sha256').update(body).digest('hex'),
      ...(fromVersion !== undefined && { fromVersion }),
      appliesToOpenCases,
      at: new Date(now).toISOString(),
      by,
    };
    const { type, topic } = PolicyPublished;
    const head = { stream, version: last?.sequence ?? 0, hash: last?.hash ?? '' };
    const headers = { actor: by };
    events.append(tx, [
      {
        head,
        events: [{ id: newId(now), type, topic, key: stream, data, occurredAt: now, headers }],
      },
    ]);
  }

  /** Clocks are pinned to `id@version`: what stands behind it never changes, from one policy to the next. */
  private changedCalendars(policy: Policy, lineOf: PolicyText['lineOf']): PolicyProblem[] {
    const published = new Map(
      [...this.loaded.values()].flatMap(({ calendars }) =>
        calendars.map((spec) => [calendarReference(spec), spec] as const),
      ),
    );
    return policy.calendars.flatMap((spec, index) => {
      const reference = calendarReference(spec);
      const earlier = published.get(reference);
      if (!earlier || isDeepStrictEqual(hoursOf(earlier), hoursOf(spec))) return [];
      const path = `calendars.${index}.version`;
      const line = lineOf(path);
      const message = `${reference} was published with other hours: give these another version`;
      return [{ path, rule: 'unchanged-version', message, ...(line !== undefined && { line }) }];
    });
  }
}

type CalendarSpec = Policy['calendars'][number];

/** What due instants follow from. */
const hoursOf = ({ tz, hours, holidays, overrides }: CalendarSpec) => ({
  tz,
  hours,
  overrides,
  holidays: [...holidays].sort(),
});

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: `version ${version} is published already`,
    extra: { version },
  });
