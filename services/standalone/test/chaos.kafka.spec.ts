import { expect, it } from '@jest/globals';
import { runChaos } from './run-chaos.js';

it('loses and doubles nothing when services, broker and database are killed under load', async () => {
  const flags = ['--engine', 'kafka', '--kills', '8', '--seed', '11'];
  const { code, output } = await runChaos(...flags);
  expect(output).toMatch(/kills: (?=.*kafka)(?=.*postgres)(?=.*intake)(?=.*escalation)/);
  expect(output).toContain('verdict: clean');
  expect(code).toBe(0);
}, 600_000);
