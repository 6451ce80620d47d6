import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  callbackBody,
  caseCommandBodies,
  complaintBody,
  customerBody,
  questionAnswerBody,
  questionBody,
  questionReviewBody,
  standardAnswerBody,
  surveyBody,
} from '#contracts';
import { validatePolicy } from '#sla';
import { historyRows } from './history-rows.js';
import { hotlinePolicy } from './hotline-policy.js';
import { hotlineStandards } from './hotline-standards.js';
import { simulateHotline } from './simulate-hotline.js';
import type { SimulationOptions } from './simulate-hotline.js';

const from = Date.parse('2026-10-23T00:00:00.000Z');
const month = { seed: 7, from, days: 30, perDay: 20 };
const text = (options: SimulationOptions) =>
  [...simulateHotline(options)].map((action) => JSON.stringify(action)).join('\n');
const hash = (content: string) => createHash('sha256').update(content).digest('hex');

describe('the simulated hotline', () => {
  it('says the same for the same seed, byte for byte, and something else for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 15, max: 40 }), (seed, perDay) => {
        const options = { seed, from, days: 2, perDay };
        expect(text(options)).toBe(text(options));
        expect(text({ ...options, seed: seed + 1 })).not.toBe(text(options));
      }),
      { numRuns: 5 },
    );
  });

  it('has not changed for a seed that was played before', () => {
    expect(hash(text(month))).toBe(
      'b0800f97828930c72179e9c32d878067483f7fc602cdebd86c68f14154009b4f',
    );
  });

  it('goes forward in time and never names a complaint before it is filed', () => {
    const filed = new Set<string>();
    let last = 0;
    for (const action of simulateHotline(month)) {
      if (action.at < last) throw new Error(`goes back to ${action.at}`);
      last = action.at;
      if (action.kind === 'complaints') for (const { ref } of action.items) filed.add(ref);
      else if ('items' in action) for (const { ref } of action.items) expect(filed).toContain(ref);
      else if (action.kind === 'command') expect(filed).toContain(action.ref);
    }
  });

  it('uses every key once', () => {
    const keys = [...simulateHotline(month)].flatMap((action) =>
      'key' in action ? action.key : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends only what the API takes', () => {
    const caseId = '2026-0000123-4';
    for (const action of simulateHotline(month)) {
      if (action.kind === 'complaints')
        for (const { body } of action.items) complaintBody.parse(body);
      if (action.kind === 'callbacks') {
        for (const { body } of action.items) callbackBody.parse({ caseId, ...body });
      }
      if (action.kind === 'surveys') {
        for (const { body } of action.items) surveyBody.parse({ caseId, ...body });
      }
      if (action.kind === 'customer') customerBody.parse(action.body);
      if (action.kind === 'question') questionBody.parse(action.body);
      if (action.kind === 'question-step') {
        (action.step === 'review' ? questionReviewBody : questionAnswerBody).parse(action.body);
      }
      if (action.kind === 'command' && action.command in caseCommandBodies) {
        caseCommandBodies[action.command as keyof typeof caseCommandBodies].parse(action.body);
      }
    }
  });

  it('publishes a policy and standard answers that the API takes', () => {
    expect(validatePolicy(hotlinePolicy).problems).toEqual([]);
    for (const body of Object.values(hotlineStandards)) standardAnswerBody.parse(body);
  });

  it('rings by day, by hour and by weekday as a hotline does, with callers who ring again', () => {
    const hours = new Map<number, number>();
    const days = new Map<number, number>();
    const phones = new Map<string, number>();
    for (const action of simulateHotline({ ...month, perDay: 100 })) {
      if (action.kind !== 'complaints') continue;
      for (const { body } of action.items) {
        const local = new Date(Date.parse(String(body['receivedAt'])) + 8 * 3_600_000);
        hours.set(local.getUTCHours(), (hours.get(local.getUTCHours()) ?? 0) + 1);
        days.set(local.getUTCDay(), (days.get(local.getUTCDay()) ?? 0) + 1);
        const { phone } = body['customer'] as { phone?: string };
        if (phone) phones.set(phone, (phones.get(phone) ?? 0) + 1);
      }
    }
    expect(hours.get(10)!).toBeGreaterThan(10 * (hours.get(3) ?? 0));
    expect(days.get(1)!).toBeGreaterThan(1.5 * days.get(0)!);
    expect([...phones.values()].filter((calls) => calls > 1).length).toBeGreaterThan(100);
  });

  it('keeps to a live rate', () => {
    let complaints = 0;
    for (const action of simulateHotline({ seed: 1, from, rate: 20, haste: 600 })) {
      if (action.at > from + 100_000) break;
      if (action.kind === 'complaints') complaints += action.items.length;
    }
    expect(complaints).toBeGreaterThan(1_800);
    expect(complaints).toBeLessThan(2_200);
  });

  it('tells the same month as a file of history, with its withdrawals', () => {
    const rows = [...historyRows(simulateHotline(month), from + 30 * 86_400_000)];
    const statuses = new Set(rows.map((row) => row.split(',')[2]));
    expect(statuses).toEqual(
      new Set([
        'received',
        'assigned',
        'accepted',
        'waiting-for-customer',
        'in-work',
        'resolved',
        'closed',
        'reopened',
        'withdrawn',
      ]),
    );
  });
});
