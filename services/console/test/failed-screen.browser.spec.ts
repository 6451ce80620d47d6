import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 180_000);
afterAll(() => tests?.close(), 60_000);

const code = /\/app\/assets\/[^?]*\.js$/;
const served = /\/api\/v1\/session$/;

describe.each(spoken)('a screen whose code does not come, in %s', (language) => {
  const options = { as: 'agent', language, path: 'desk', isCutOff: true };

  it('is loaded by another try', async () => {
    await tests.visit(options, async ({ page, texts, go, settle }) => {
      const { failed, retry } = texts.common.state;
      await page.route(code, (route) => route.abort());
      await go('cases');
      const notice = page.getByRole('alert').filter({ hasText: failed });
      await notice.waitFor();
      await page.unroute(code);
      await notice.getByRole('button', { name: spaced(retry) }).click();
      // By itself, or with the page where the browser keeps an import as failed.
      await page.getByRole('heading', { level: 1, name: texts.casePage.list.title }).waitFor();
      await settle();
      expect(await notice.count()).toBe(0);
    });
  });

  it('stays away, and the page as it is, for as long as no server answers', async () => {
    await tests.visit(options, async ({ page, texts, go, settle }) => {
      const { failed, retry } = texts.common.state;
      const notice = page.getByRole('alert').filter({ hasText: failed });
      const again = notice.getByRole('button', { name: spaced(retry) });
      await page.evaluate('void (globalThis.isTheSamePage = true)');
      for (const asked of [code, served]) await page.route(asked, (route) => route.abort());
      await go('cases');
      await notice.waitFor();
      await again.click();
      await settle();
      await notice.waitFor();
      expect(await page.evaluate('globalThis.isTheSamePage === true')).toBe(true);
      for (const asked of [code, served]) await page.unroute(asked);
      await again.click();
      await page.getByRole('heading', { level: 1, name: texts.casePage.list.title }).waitFor();
    });
  });
});
