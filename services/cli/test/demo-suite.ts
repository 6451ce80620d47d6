import { describe, expect, it } from '@jest/globals';
import { demoScenarios } from '../src/demo/demo-scenarios.js';
import { runCli } from './start-product.js';

/** Stories of `clearline demo`, all unless some are named, each against a product of its own that `environment` may place. */
export function demoSuite(
  engine: string,
  environment: () => Promise<{ env: Record<string, string>; drop: () => Promise<void> }>,
  names: readonly string[] = Object.keys(demoScenarios),
): void {
  describe(`clearline demo on the ${engine} engine`, () => {
    it.each(names)(
      '%s is as it must be',
      async (name) => {
        const { env, drop } = await environment();
        const played = await runCli(['demo', name, '--json'], env);
        await drop();
        // What it told until it stopped says why.
        expect(played.code === 0 ? '' : played.stderr).toBe('');
        expect(JSON.parse(played.stdout)).toMatchObject({
          scenario: name,
          verdict: 'as it must be',
        });
      },
      540_000,
    );
  });
}
