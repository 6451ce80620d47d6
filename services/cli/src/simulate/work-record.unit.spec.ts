import { describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../api-client.js';
import { WorkRecord } from './work-record.js';
import type { SimulatedCommand } from './simulated-action.js';

const by = 's-001';
const entry = (name: string, at: string, data: object = {}) => ({
  type: `clearline.case.${name}.v1`,
  data: { at, by, ...data },
});
const recordOf = (items: object[]) =>
  new WorkRecord({ find: () => Promise.resolve({ items }) } as unknown as ApiClient, 'c-1');
const step = (command: SimulatedCommand['command']): SimulatedCommand => ({
  ...{ kind: 'command', at: 0, ref: 'r-1', command, body: {} },
});

describe('what was done to a case before', () => {
  it('counts the orders of one command once, and those of a marked problem not at all', async () => {
    const record = recordOf([
      entry('order-given', '2026-01-05T01:00:00.000Z', { unit: 'south' }),
      entry('order-given', '2026-01-05T01:00:00.000Z', { unit: 'hq' }),
      entry('problem-marked', '2026-01-05T02:00:00.000Z'),
      entry('order-given', '2026-01-05T02:00:00.000Z', { unit: 'hq' }),
    ]);
    expect(await record.holds(step('co-handle'))).toBe(true);
    expect(await record.holds(step('supervise'))).toBe(false);
    expect(await record.holds(step('mark-problem'))).toBe(true);
    expect(await record.holds(step('mark-problem'))).toBe(false);
  });

  it('leaves out what nobody did: the follow-up that the end of a case orders', async () => {
    const record = recordOf([entry('order-given', '2026-01-05T03:00:00.000Z', { by: 'system' })]);
    expect(await record.holds(step('supervise'))).toBe(false);
  });
});
