import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseView, TimelineEntry } from '#contracts';
import { waitFor } from '#testing';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** The gate asks for more of them than `npm test`. */
export const clientSequences = Number(process.env['CLEARLINE_CLIENT_SEQUENCES'] ?? 20);
/** Cases that two clients work on at the same time. */
const atOnce = 4;

/** One command of a client, its text to be told apart from every other one's; and how it is meant. */
interface Order {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Which field of the body holds its text. */
  readonly text: 'note' | 'text' | 'result';
  /** It counts only for the version that its client has just read. */
  readonly isGuarded: boolean;
}

interface Sent extends Order {
  readonly marker: string;
  readonly expectedVersion?: number;
  readonly answer: Answer;
}

const orders = fc.record({
  order: fc.constantFrom(
    { name: 'add-note', text: 'text' as const, body: {} },
    { name: 'assign', text: 'note' as const, body: { owner: 'a-001', reason: 'workload' } },
    { name: 'assign', text: 'note' as const, body: { owner: 's-001', reason: 'escalation' } },
    {
      name: 'record-contact',
      text: 'note' as const,
      body: { channel: 'phone', direction: 'outbound' },
    },
    { name: 'record-apology', text: 'text' as const, body: { channel: 'phone' } },
    { name: 'transfer', text: 'note' as const, body: { to: 'south', reason: 'on-site-work' } },
    { name: 'transfer', text: 'note' as const, body: { to: 'north', reason: 'expertise' } },
    { name: 'refuse-transfer', text: 'note' as const, body: { reason: 'not-responsible' } },
    { name: 'hand-back', text: 'result' as const, body: {} },
    { name: 'pause', text: 'note' as const, body: { reason: 'awaiting-customer' } },
    { name: 'withdraw', text: 'note' as const, body: { channel: 'phone' } },
    { name: 'reopen', text: 'note' as const, body: { reason: 'not-settled' } },
  ),
  isGuarded: fc.boolean(),
});
const clients = fc.tuple(
  fc.array(orders, { minLength: 3, maxLength: 7 }),
  fc.array(orders, { minLength: 3, maxLength: 7 }),
);

/** Two people who command the same cases at the same time, through the public edge, on the engine that `open` starts. */
export function twoClientsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`two clients at one case on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const get = async <T>(path: string) =>
      (await product.call('supervisor', 'GET', path)).body as unknown as T;

    async function openCases(count: number): Promise<string[]> {
      const body = Array.from({ length: count }, () => sampleComplaint);
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const ids = (filed.body['items'] as { id: string }[]).map(({ id }) => id);
      for (const id of ids) {
        const path = `/api/v1/cases/${id}`;
        const isOpen = async () => (await product.call('supervisor', 'GET', path)).status === 200;
        await waitFor(isOpen, { timeoutMs: 60_000, describe: 'the case' });
      }
      return ids;
    }

    /** One after the other, as a person works; the two of them know nothing of each other. */
    async function work(as: string, id: string, asked: readonly Order[]): Promise<Sent[]> {
      const sent: Sent[] = [];
      for (const [index, order] of asked.entries()) {
        const marker = `${as} 第${index}次 ${id}`;
        const seen = order.isGuarded && (await get<CaseView>(`/api/v1/cases/${id}`)).version;
        const guarded = seen ? { expectedVersion: seen } : {};
        const body = { ...order.body, [order.text]: marker, ...guarded };
        const path = `/api/v1/cases/${id}/commands/${order.name}`;
        const answer = await product.call(as, 'POST', path, body);
        sent.push({ ...order, marker, ...guarded, answer });
      }
      return sent;
    }

    /** What was accepted is in the log once, with nothing before it that its client did not know of. */
    function checkAccepted(
      { name, marker, answer, expectedVersion }: Sent,
      log: TimelineEntry[],
    ): void {
      const told = log.filter(({ texts }) => Object.values(texts).includes(marker));
      const clocks = new Set(told.map(({ data }) => data['clockId']));
      // A pause is one event of each clock that it stops.
      expect({ name, times: told.length }).toEqual({ name, times: Math.max(1, clocks.size) });
      const sequences = told.map(({ sequence }) => sequence);
      const version = Number(answer.body['version']);
      expect(Math.max(...sequences)).toBeLessThanOrEqual(version);
      if (expectedVersion === undefined) return;
      const own = log.filter(({ sequence }) => sequence > expectedVersion && sequence <= version);
      expect(new Set(own.map(({ recordedAt, actor }) => `${recordedAt} ${actor}`)).size).toBe(1);
    }

    /** What was refused is nowhere; a version that was passed says who passed it. */
    function checkRefused({ marker, answer, expectedVersion }: Sent, log: TimelineEntry[]): void {
      expect(JSON.stringify(log)).not.toContain(marker);
      expect([403, 404, 409]).toContain(answer.status);
      if (answer.body['type'] !== 'urn:clearline:problem:stale-version') return;
      const changes = answer.body['changes'] as { sequence: number; actor: string | null }[];
      expect(changes.map(({ sequence }) => sequence)).toEqual(
        changes.map((_, index) => expectedVersion! + 1 + index),
      );
      expect(answer.body['version']).toBe(changes.at(-1)!.sequence);
    }

    it(`loses nothing by any of ${clientSequences} interleavings`, async () => {
      const sequences = fc.sample(clients, { numRuns: clientSequences, seed: 20_261_127 });
      const ids = await openCases(clientSequences);
      const outcomes = new Map<string, number>();
      const queue = sequences.map((pair, index) => ({ pair, id: ids[index]! }));
      const worker = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const { pair, id } = next;
          const [first, second] = await Promise.all([
            work(
              'agent',
              id,
              pair[0].map(({ order, isGuarded }) => ({ ...order, isGuarded })),
            ),
            work(
              'supervisor',
              id,
              pair[1].map(({ order, isGuarded }) => ({ ...order, isGuarded })),
            ),
          ]);
          const { version } = await get<CaseView>(`/api/v1/cases/${id}`);
          const { items: log } = await get<{ items: TimelineEntry[] }>(
            `/api/v1/cases/${id}/timeline`,
          );
          expect(log.map(({ sequence }) => sequence)).toEqual(
            Array.from({ length: version }, (_, index) => index + 1),
          );
          for (const sent of [...first, ...second]) {
            const { status } = sent.answer;
            if (status === 200) checkAccepted(sent, log);
            else checkRefused(sent, log);
            const outcome = String(sent.answer.body['type'] ?? 'accepted');
            outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          }
          const versions = [...first, ...second]
            .filter(({ answer }) => answer.status === 200)
            .map(({ answer }) => answer.body['version']);
          expect(new Set(versions).size).toBe(versions.length);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      // The two did come in each other's way.
      expect(outcomes.get('accepted')).toBeGreaterThan(clientSequences);
      expect(outcomes.get('urn:clearline:problem:stale-version')).toBeGreaterThan(0);
      expect(outcomes.get('urn:clearline:problem:illegal-transition')).toBeGreaterThan(0);
    }, 600_000);
  });
}
