import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { defaultPolicy, validatePolicy } from '#sla';
import type { CalendarLookup, Policy } from '#sla';
import { PolicyBook } from '../domain/policy-book.js';

/** How long a version published by another replica may stay unnoticed. */
const freshMs = 1_000;

/** The published policies. New cases get the newest; a case keeps the version it was opened under. */
@Injectable()
export class PolicyStore implements OnModuleInit {
  readonly book = new PolicyBook([defaultPolicy]);

  private refreshedAt = 0;

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

  /** Loads versions that another replica published. */
  async refresh(tx: Queries = this.runtime.database): Promise<void> {
    this.refreshedAt = Date.now();
    const rows = await tx.query<{ version: number; body: string }>(
      `select version, body from policies order by version`,
    );
    for (const { version, body } of rows) {
      if (version === defaultPolicy.version || this.book.has(version)) continue;
      this.book.add(JSON.parse(body) as Policy);
    }
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

  /**
   * Publishes a policy as the next version; open cases keep theirs.
   * @throws Problem `validation` with every problem the policy has; the running one stays
   */
  async publish(input: unknown, by: string): Promise<Policy> {
    await this.refresh();
    const version = this.book.current.version + 1;
    const candidate = typeof input === 'object' && input !== null ? { ...input, version } : input;
    const { policy, problems } = validatePolicy(candidate);
    if (!policy)
      throw new Problem('validation', { detail: 'the policy was refused', errors: problems });
    await this.runtime.database.query(
      `insert into policies (version, body, published_by, published_at) values ($1, $2, $3, $4)`,
      [version, JSON.stringify(policy), by, this.runtime.clock.now()],
    );
    this.book.add(policy);
    return policy;
  }
}
