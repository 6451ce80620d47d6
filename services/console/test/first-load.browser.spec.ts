import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe('the first load', () => {
  it('brings every script and style compressed', async () => {
    await tests.visit({ as: 'agent' }, async ({ page, open }) => {
      const loaded = new Map<string, string | undefined>();
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.(?:js|css)$/u.test(pathname)) return;
        loaded.set(pathname, response.headers()['content-encoding']);
      });
      // With a route nothing comes from the browser's own cache.
      await page.route('**', (route) => route.continue());
      await open('desk');
      expect(loaded.size).toBeGreaterThan(10);
      const plain = [...loaded].filter(([, encoding]) => encoding !== 'gzip');
      expect(plain).toEqual([]);
    });
  });
});
