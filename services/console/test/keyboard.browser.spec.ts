import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { keyList, readMenu } from './shell-parts.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** An address without fields: nothing takes the focus. */
const nowhere = 'nothing-is-here';

describe('the keys of the console', () => {
  it.each(languages)('are listed by `?`, and Escape closes the list, in %s', async (language) => {
    await tests.visit({ as: 'admin', language, path: nowhere }, async ({ page, texts }) => {
      const list = keyList(page, texts);
      await page.keyboard.press('?');
      await list.waitFor();
      const menu = await readMenu(page);
      // One for each screen of the menu, `?` and Escape.
      expect(await list.locator('kbd').count()).toBeGreaterThanOrEqual(menu.length + 2);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
    });
  });

  it('go by what a key types, wherever a national layout has it', async () => {
    await tests.visit({ as: 'agent', path: nowhere }, async ({ page, texts }) => {
      const german = { key: '?', code: 'Minus', shiftKey: true, bubbles: true };
      await page.locator('body').dispatchEvent('keydown', german);
      await keyList(page, texts).waitFor();
    });
  });

  it.each([
    ['an input method composes', { isComposing: true }],
    ['an input method has taken the key', { keyCode: 229 }],
    ['Ctrl is held', { ctrlKey: true }],
    ['Alt is held', { altKey: true }],
    ['Cmd is held', { metaKey: true }],
  ])('do nothing while %s', async (_title, how) => {
    await tests.visit({ as: 'agent', path: nowhere }, async ({ page, texts }) => {
      const press = (more: object) =>
        page.locator('body').dispatchEvent('keydown', { key: '?', bubbles: true, ...more });
      await press(how);
      // Drawn by now, had the key been taken: the next one is.
      await page.evaluate('new Promise(requestAnimationFrame)');
      expect(await keyList(page, texts).count()).toBe(0);
      await press({});
      await keyList(page, texts).waitFor();
    });
  });

  it('open the screens of the menu by their number', async () => {
    await tests.visit({ as: 'admin', path: nowhere }, async ({ page, open, settle }) => {
      const menu = await readMenu(page);
      expect(menu).not.toEqual([]);
      for (const [index, address] of menu.entries()) {
        await open(nowhere);
        await page.keyboard.press(String(index + 1));
        await page.waitForURL(({ pathname }) => `${pathname}/`.startsWith(`/app/${address}/`));
        await settle();
      }
    });
  });

  it('lead past the menu to the content first', async () => {
    await tests.visit({ as: 'agent', path: nowhere }, async ({ page, texts }) => {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      await page.getByRole('link', { name: texts.common.keys.skip }).and(focused).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('main').and(focused).waitFor();
    });
  });
});
