import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 180_000);
afterAll(() => tests?.close(), 60_000);

const code = /\/app\/assets\/[^?]*\.js$/;
const isSame = (page: Page) => page.evaluate('globalThis.isTheSamePage === true');

describe.each(languages)('a screen whose code does not come, in %s', (language) => {
  const options = { as: 'agent', language, path: 'desk', isCutOff: true };

  it('is loaded by another try, on the same page', async () => {
    await tests.visit(options, async ({ page, texts, go, settle }) => {
      const { failed, retry } = texts.common.state;
      await page.evaluate('void (globalThis.isTheSamePage = true)');
      await page.route(code, (route) => route.abort());
      await go('cases');
      const notice = page.getByRole('alert').filter({ hasText: failed });
      await notice.waitFor();
      await page.unroute(code);
      await notice.getByRole('button', { name: spaced(retry) }).click();
      await page.getByRole('heading', { level: 1, name: texts.casePage.list.title }).waitFor();
      await settle();
      expect(await isSame(page)).toBe(true);
      expect(await notice.count()).toBe(0);
    });
  });

  it('is loaded when somebody comes back to it', async () => {
    await tests.visit(options, async ({ page, texts, go }) => {
      const title = { level: 1, name: texts.casePage.list.title };
      await page.evaluate('void (globalThis.isTheSamePage = true)');
      await page.route(code, (route) => route.abort());
      await go('cases');
      await page.getByRole('alert').filter({ hasText: texts.common.state.failed }).waitFor();
      await page.unroute(code);
      await go('desk');
      await go('cases');
      await page.getByRole('heading', title).waitFor();
      expect(await isSame(page)).toBe(true);
    });
  });

  it('has the page loaded anew where another try is in vain', async () => {
    await tests.visit(options, async ({ page, texts, go, settle }) => {
      const { failed, retry } = texts.common.state;
      const again = page.getByRole('button', { name: spaced(retry) });
      const notice = page.getByRole('alert').filter({ hasText: failed });
      await page.evaluate('void (globalThis.isTheSamePage = true)');
      await page.route(code, (route) => route.abort());
      await go('cases');
      await notice.waitFor();
      await again.click();
      await settle();
      await notice.waitFor();
      expect(await isSame(page)).toBe(true);
      await page.unroute(code);
      await again.click();
      await page.getByRole('heading', { level: 1, name: texts.casePage.list.title }).waitFor();
      expect(await isSame(page)).toBe(false);
    });
  });
});
