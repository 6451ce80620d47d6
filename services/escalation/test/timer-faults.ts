import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { fakeClock, waitFor } from '#testing';
import type { FakeClock } from '#testing';
import { startScript } from '../../../libs/eventing/test-support/start-script.js';
import type { TestProcess } from '../../../libs/eventing/test-support/start-script.js';
import { by, evidence, resolve } from './given-case.js';
import { openTestEscalation } from './open-test-escalation.js';
import type { TestEscalation } from './open-test-escalation.js';
import type { ReplicaPlan } from './timer-replica.js';

const hour = 3_600_000;
const monday = '2026-01-05T01:00:00.000Z'; // 09:00 in Shanghai
const start = Date.parse(monday);
const replicaScript = new URL('./timer-replica.ts', import.meta.url);

interface Firing {
  case: string;
  type: 'warning-reached' | 'breached';
  clockId: string;
  revision: number;
  at: number;
  threshold: number | null;
}

/** What timers and clocks must stand, on every timer engine. */
export function describeTimerFaults(engine: string, redisUrl: () => string | undefined): void {
  describe(`clocks and timers on ${engine}`, () => {
    let clock: FakeClock;
    let escalation: TestEscalation;
    let timers: ReturnType<TestEscalation['timerService']> | undefined;

    beforeEach(async () => {
      clock = fakeClock(start);
      escalation = await openTestEscalation(clock, redisUrl());
      await escalation.parts.timers.start();
    });
    afterEach(async () => {
      await stopTimers();
      await escalation.close();
    });

    async function startTimers(): Promise<void> {
      timers = escalation.timerService();
      await timers.onApplicationBootstrap();
    }
    async function stopTimers(): Promise<void> {
      await timers?.onApplicationShutdown();
      timers = undefined;
    }
    const openCase = async (receivedAt = clock.now()) =>
      (await escalation.openCases(1, receivedAt))[0]!;
    const clockOf = async (caseId: string, clockId: string) =>
      (await escalation.state(caseId)).clocks.find((one) => one.clockId === clockId)!;
    /** Everything that fired, in the order in which it was committed. */
    async function fired(caseId?: string): Promise<Firing[]> {
      const rows = await escalation.database.query<Omit<Firing, 'at'> & { at: string }>(
        `select key as "case", regexp_replace(type, '.*sla\\.(.*)\\.v1', '\\1') as type, data::json->>'at' as at,
                data::json->>'clockId' as "clockId", (data::json->>'revision')::int as revision,
                (data::json->>'threshold')::float8 as threshold
           from events where type ~ 'sla\\.(warning-reached|breached)\\.' and ($1::text is null or key = $1)
          order by position`,
        [caseId ?? null],
      );
      return rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
    }
    const breaches = async (caseId?: string) =>
      (await fired(caseId)).filter(({ type }) => type === 'breached');
    const nothingDue = () =>
      waitFor(
        async () => {
          const due = await escalation.database.query(
            `select 1 from timers where state = 'armed' and due_at <= $1 limit 1`,
            [clock.now()],
          );
          return due.length === 0;
        },
        { timeoutMs: 30_000, describe: 'every due timer' },
      );
    const expectOnce = (firings: readonly Firing[]) => {
      const names = firings.map((one) => Object.values({ ...one, at: '' }).join(' '));
      expect(names.length - new Set(names).size).toBe(0);
    };

    it('fire a thousand deadlines of an outage once, in due order, and tell people once a case', async () => {
      await escalation.openCases(1_000, start);
      clock.set(start + 30 * hour);
      await startTimers();
      await nothingDue();
      const all = await fired();
      expectOnce(all);
      const acknowledgements = all.filter(({ clockId }) => clockId === 'acknowledge');
      expect(acknowledgements).toHaveLength(4 * 1_000);
      const due = new Map<string, number>();
      for (const { case: id, at } of all) {
        expect(at).toBeGreaterThanOrEqual(due.get(id) ?? 0);
        due.set(id, at);
      }
      // Cases came a millisecond apart; two lanes of 200 each may overtake one another.
      const order = acknowledgements.filter(({ type }) => type === 'breached').map(({ at }) => at);
      const late = order.map((at, index) => Math.max(...order.slice(0, index + 1)) - at);
      expect(Math.max(...late)).toBeLessThanOrEqual(400);
      const alerts = await escalation.database.query<{ cases: number; alerts: number }>(
        `select count(distinct case_id)::int as cases, count(*)::int as alerts from alerts where cause = 'breach'`,
      );
      expect(alerts).toEqual([{ cases: 1_000, alerts: 1_000 }]);
    }, 60_000);

    it('fire nothing twice and nothing early when the clock jumps an hour on and back', async () => {
      const first = await openCase();
      await startTimers();
      clock.set(start + 2 * hour + 1_000);
      await waitFor(async () => (await breaches(first)).length === 1);
      clock.advance(-hour);
      const second = await openCase();
      // Received on Friday: what is long overdue fires at once: then the timers have looked by this clock.
      const sentinel = await openCase(start - 72 * hour);
      await waitFor(async () => (await breaches(sentinel)).length > 0);
      expect(await breaches(first)).toHaveLength(1);
      expect(await fired(second)).toEqual([]);
      const { dueAt } = await clockOf(second, 'acknowledge');
      clock.advance(hour);
      const again = await openCase(start - 72 * hour);
      await waitFor(async () => (await breaches(again)).length > 0);
      expect(await breaches(second)).toEqual([]);
      clock.set(dueAt + 1);
      await waitFor(async () => (await breaches(second)).length === 1);
      const all = await fired();
      expectOnce(all);
      expect((await breaches(second))[0]!.at).toBe(dueAt);
    }, 60_000);

    it('let a pause in the millisecond of the due instant win', async () => {
      const paused = await openCase();
      const left = await openCase();
      const { dueAt } = await clockOf(paused, 'acknowledge');
      await startTimers();
      clock.set(dueAt);
      await escalation.decide(paused, { type: 'pause', reason: 'awaiting-customer', by });
      clock.set(dueAt + 1);
      await waitFor(async () => (await breaches(left)).length === 1);
      await nothingDue();
      expect(await breaches(paused)).toEqual([]);
      const { state } = await clockOf(paused, 'acknowledge');
      expect(state).toBe('paused');
    }, 60_000);

    it('arm nothing for what is paused, and keep the pause when the priority changes', async () => {
      const id = await openCase();
      const others = await escalation.openCases(2, start);
      const generations = () =>
        escalation.database.query(
          `select id, generation from timers where id = any($1::uuid[]) order by id`,
          [others],
        );
      const before = await generations();
      clock.advance(hour / 6);
      await escalation.decide(id, { type: 'pause', reason: 'force-majeure', by });
      clock.set(start + 24 * hour);
      await escalation.decide(id, { type: 'change-priority', priority: 'critical', by: 's-001' });
      const [timer] = await escalation.database.query<{ state: string }>(
        `select state from timers where id = $1`,
        [id],
      );
      expect(timer!.state).toBe('idle');
      await escalation.decide(id, { type: 'resume', by });
      const { dueAt, pauses, revision } = await clockOf(id, 'acknowledge');
      expect({ dueAt, revision }).toEqual({ dueAt: clock.now() + hour / 3, revision: 2 });
      expect(pauses).toHaveLength(1);
      // Only the case that changed was armed anew.
      expect(await generations()).toEqual(before);
      await startTimers();
      clock.set(dueAt + 1);
      await waitFor(async () => (await breaches(id)).some(({ at }) => at === dueAt));
    }, 60_000);

    it('keep the calendar that a clock is pinned to when the policy is edited', async () => {
      const id = await openCase();
      const { dueAt } = await clockOf(id, 'resolution');
      const policy = structuredClone(defaultPolicy);
      const office = policy.calendars[0]!;
      policy.calendars[0] = { ...office, version: 2, holidays: ['2026-01-06', '2026-01-07'] };
      const lineOf = () => undefined;
      await escalation.parts.policies.publish({ input: policy, lineOf, by: 'manager' });
      const later = await openCase();
      expect(await clockOf(later, 'resolution')).toMatchObject({ calendar: 'office@2' });
      expect((await clockOf(later, 'resolution')).dueAt).toBeGreaterThan(dueAt);
      await startTimers();
      clock.set(dueAt + 1);
      await waitFor(async () =>
        (await breaches(id)).some((one) => one.clockId === 'resolution' && one.at === dueAt),
      );
      expect((await breaches(later)).map(({ clockId }) => clockId)).not.toContain('resolution');
      // Also what starts now counts by the version that the case was opened under.
      await escalation.decide(id, { ...contact });
      expect(await clockOf(id, 'next-update#2')).toMatchObject({ calendar: 'office@1' });
    }, 60_000);

    it('refuse an extension that is asked for after the clock has expired', async () => {
      const id = await openCase();
      const body = { kind: 'statutory', reason: 'complex-facts' };
      await escalation.command(id, 'request-extension', body, 'agent');
      clock.set(start + 15 * 24 * hour + 1);
      await startTimers();
      await nothingDue();
      const refused = expect.objectContaining({
        slug: 'illegal-transition',
        message: expect.stringContaining('expired'),
      });
      await expect(escalation.command(id, 'request-extension', body, 'agent')).rejects.toEqual(
        refused,
      );
      await expect(escalation.command(id, 'approve-extension', {}, 'manager')).rejects.toEqual(
        refused,
      );
      await expect(escalation.command(id, 'approve-extension', {}, 'agent')).rejects.toEqual(
        expect.objectContaining({ slug: 'forbidden' }),
      );
    }, 60_000);

    it('give a case that is reopened after its breach clocks of its own', async () => {
      const id = await openCase();
      clock.set(start + 20 * 24 * hour);
      await startTimers();
      await nothingDue();
      const stages = ['control', 'listen', 'establish', 'apologise'].map((name) => evidence[name]!);
      await escalation.decide(id, { type: 'assign', owner: by, by }, ...stages, resolve);
      clock.advance(hour);
      await escalation.decide(id, { type: 'reopen', reason: 'not-settled', by });
      expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'breached' });
      const again = await clockOf(id, 'resolution#2');
      expect(again).toMatchObject({ state: 'running', linkedTo: 'resolution' });
      clock.set(again.dueAt + 1);
      await waitFor(async () =>
        (await breaches(id)).some(({ clockId }) => clockId === 'resolution#2'),
      );
      expectOnce(await fired(id));
    }, 60_000);

    it('lose and repeat nothing when one of two replicas is killed while it fires', async () => {
      const count = 2_000;
      await escalation.openCases(count, start);
      const plan: ReplicaPlan = {
        url: escalation.url,
        clock: `fixed:${new Date(start + 5 * hour).toISOString()}`,
        ...(redisUrl() && { redisUrl: redisUrl()! }),
      };
      clock.set(start + 5 * hour);
      const replicas: TestProcess[] = [];
      try {
        const doomed = { ...plan, dieInFiring: 3 };
        const [first, second] = await Promise.all([
          startScript(replicaScript, doomed, { name: 'the one that dies', mayDie: true }),
          startScript(replicaScript, plan, { name: 'the other', mayDie: false }),
        ]);
        replicas.push(first, second);
        await nothingDue();
        const acknowledgements = (await fired()).filter(({ clockId }) => clockId === 'acknowledge');
        expectOnce(acknowledgements);
        expect(acknowledgements).toHaveLength(4 * count);
      } finally {
        for (const replica of replicas) await replica.kill();
      }
    }, 90_000);
  });
}

const contact = {
  type: 'record-contact' as const,
  channel: 'phone' as const,
  direction: 'outbound' as const,
  by,
};
