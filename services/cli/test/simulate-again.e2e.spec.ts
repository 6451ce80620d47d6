import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock } from '#platform';
import { waitFor } from '#testing';
import { startProduct } from './start-product.js';
import type { Product } from './start-product.js';

interface Told {
  complaints: number;
  callbacks: number;
  surveys: number;
  commands: number;
  refused: number;
  repeated: number;
}

const dayMs = 86_400_000;
const from = '2026-10-01T00:00:00.000Z';
const days = 4;

let product: Product;
let clock: string;

beforeAll(async () => {
  // Half a day a second: what is kept for a day would be gone before the second run begins.
  clock = `${from}@${new Date().toISOString()}x43200`;
  product = await startProduct(undefined, { CLEARLINE_CLOCK: clock });
}, 240_000);
afterAll(() => product?.stop(), 180_000);

async function simulate(): Promise<Told> {
  const { url, token } = product;
  const flags = ['--seed', '5', '--from', from, '--days', String(days), '--per-day', '4'];
  const api = ['--clock', clock, '--json', '--url', url, '--token', token];
  const { code, stdout, stderr } = await product.run(['simulate', ...flags, ...api]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout) as Told;
}

const filed = async () => {
  const { totals } = await product.call('GET', '/api/v1/reports/volume');
  return (totals as { received: number }).received;
};

describe('a simulation over HTTP under a fast clock', () => {
  it('files nothing and repeats no step when it is played again days later', async () => {
    const first = await simulate();
    expect(first).toMatchObject({ repeated: 0 });
    expect(first.complaints).toBeGreaterThan(4);
    expect(first.commands).toBeGreaterThan(first.complaints);
    const now = createClock(clock).now();
    expect(now).toBeGreaterThan(Date.parse(from) + days * dayMs);
    // Parts that were split off are complaints too.
    const once = await waitFor(
      async () => {
        const count = await filed();
        return count >= first.complaints ? count : undefined;
      },
      { describe: 'every complaint in the report' },
    );

    const again = await simulate();
    expect(again).toMatchObject({ complaints: 0, callbacks: 0, surveys: 0, commands: 0 });
    expect(again.repeated).toBe(
      first.complaints + first.callbacks + first.surveys + first.commands,
    );
    expect(again.refused).toBe(first.refused);
    expect(await filed()).toBe(once);
  }, 540_000);
});
