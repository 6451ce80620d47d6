import { expect, it } from '@jest/globals';
import { runChaos } from './run-chaos.js';

it('loses and doubles nothing when its process and its database are killed under load', async () => {
  const { code, output } = await runChaos('--engine', 'embedded', '--kills', '6', '--seed', '11');
  expect(output).toMatch(/kills: (?=.*standalone 3)(?=.*postgres 3)/);
  expect(output).toContain('verdict: clean');
  expect(code).toBe(0);
}, 900_000);
