import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { ChainChecksView, DutyBody } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';
import type { Policy } from '#sla';
import { mailNotices } from '../channels/notice-mails.js';
import { onDuty } from '../domain/duty/on-duty.js';
import { DutyStore } from '../duty/duty-store.js';
import { readStaff } from './chain-staff.js';
import type { Gap } from './chain-words.js';
import { chainsOf, gap, levelsOf, toWarning } from './chains.js';
import { gapOf, gapsBeyond, isAnyLeft, latestGaps } from './ladder-gaps.js';
import { PolicyStore } from './policy-store.js';

type Warnings = ChainChecksView['items'][number]['warnings'];

const everyMs = 60_000;
const hourMs = 3_600_000;
/** Rosters are looked through so far ahead: time to find somebody. */
const lookAheadHours = 7 * 24;
const keptDays = 90;
const gapsFound =
  'the policy in force has levels of escalation that reach nobody, or ladders that nothing uses';
/** For whoever reads the log. */
const read =
  'GET /api/v1/policies/checks says what is wrong; docs/policies.md, Ladders, what it means';

/**
 * Holds the ladders of the policy in force against the organisation, its rosters and its mailboxes once a
 * day: people leave, units are renamed and absences overlap without anybody touching a policy.
 */
@Injectable()
export class ChainChecks implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #checking: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
    @Inject(DutyStore) private readonly duty: DutyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#checking = this.check().catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, 'ladders could not be checked');
      });
    }, everyMs);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#checking;
  }

  /**
   * The first replica to come by does it, once for each day (UTC) of the application's clock; what somebody
   * asks for takes the place of what the day had. Managers are mailed what they were not since it was last found.
   */
  async check({ isAskedFor = false } = {}): Promise<void> {
    const { database, clock, config, logger } = this.runtime;
    const now = clock.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const done = await database.query(`select 1 from chain_checks where day = $1`, [day]);
    if (done.length > 0 && !isAskedFor) return;
    await this.policies.refresh();
    const policy = this.policies.book.current;
    const duty = await this.duty.view();
    const staff = await readStaff(database, config);
    const { warnings } = chainsOf(policy, now, { severity: 'normal' }, staff, duty);
    const found = [...warnings, ...unmannedHours(policy, duty, now, warnings)];
    const isWritten = await database.transaction(async (tx) => {
      // Two looks at once would each know only what was mailed before both.
      await tx.query('lock table chain_checks in share row exclusive mode');
      const { mailed: known } = await latestGaps(tx);
      const written = await tx.query(
        `insert into chain_checks (day, policy_version, checked_at, warnings) values ($1, $2, $3, $4)
         on conflict (day) do update set policy_version = excluded.policy_version,
           checked_at = excluded.checked_at, warnings = excluded.warnings where $5
         returning day`,
        [day, policy.version, now, JSON.stringify(found), isAskedFor],
      );
      if (written.length === 0) return false;
      const mailed = await this.mail(tx, found.map(gapOf), known, policy.version);
      await tx.query(`update chain_checks set mailed = $2 where day = $1`, [
        day,
        JSON.stringify(mailed),
      ]);
      return true;
    });
    if (!isWritten) return;
    const oldest = new Date(now - keptDays * 24 * hourMs).toISOString().slice(0, 10);
    await database.query(`delete from chain_checks where day < $1`, [oldest]);
    if (found.length > 0) {
      const gaps = found.map(({ rule, ladder, level }) => ({ rule, ladder, level }));
      logger.warn({ day, policyVersion: policy.version, gaps, read }, gapsFound);
    }
  }

  /**
   * Mails the gaps that are not known yet. Where nobody has a mailbox they stay so: the next look tells them.
   * @returns those that are still so and that somebody was mailed, now or before
   */
  private async mail(
    tx: Tx,
    found: readonly Gap[],
    known: readonly Gap[],
    policyVersion: number,
  ): Promise<Gap[]> {
    const { clock, config } = this.runtime;
    const gaps = gapsBeyond(found, known);
    // Without a mail server nothing leaves, and nothing may pile up.
    if (gaps.length > 0 && config.smtpUrl !== undefined) {
      const at = new Date(clock.now()).toISOString();
      const queued = await mailNotices(tx, [{ kind: 'ladder-gaps', policyVersion, at, gaps }]);
      if (queued > 0) return [...found];
    }
    // What is known of a place stays so while what came to it can't be mailed.
    const still = known.filter((one) => isAnyLeft([one], found));
    return [...still, ...found.filter((one) => !gaps.includes(one))];
  }

  /** The newest first. */
  async list(): Promise<ChainChecksView> {
    const rows = await this.runtime.database.query<{
      day: string;
      version: number;
      at: number;
      warnings: string;
    }>(
      `select day, policy_version as version, checked_at::float8 as at, warnings
         from chain_checks order by day desc`,
    );
    return {
      items: rows.map(({ day, version, at, warnings }) => ({
        ...{ day, policyVersion: version, checkedAt: new Date(at).toISOString() },
        warnings: JSON.parse(warnings) as Warnings,
      })),
    };
  }
}

/** Levels whose roster has an hour of the next days in which nobody could be called. */
function unmannedHours(policy: Policy, duty: DutyBody, now: number, known: Warnings): Warnings {
  const hours = Array.from({ length: lookAheadHours }, (_, hour) => now + hour * hourMs);
  return levelsOf(policy).flatMap(({ ladder, level }) => {
    const { roster } = level;
    const isKnown = known.some(
      (one) => one.rule === 'nobody-on-duty' && one.ladder === ladder.id && one.level === level.id,
    );
    if (roster === undefined || isKnown) return [];
    const isOpen = hours.some((at) => onDuty(duty, roster, at).agentId === null);
    return isOpen ? [toWarning(gap('nobody-on-duty', ladder, level))] : [];
  });
}
