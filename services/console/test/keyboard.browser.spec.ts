import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { accountButton, keyList, readMenu, singleKeysSwitch } from './shell-parts.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** An address without fields: nothing takes the focus. */
const nowhere = 'nothing-is-here';

describe('the keys of the console', () => {
  it.each(spoken)('are listed by `?`, and Escape closes the list, in %s', async (language) => {
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

  it.each(spoken)('do nothing once they are turned off, in %s', async (language) => {
    await tests.visit({ as: 'admin', language, path: nowhere }, async (visit) => {
      const { page, texts, settle } = visit;
      const list = keyList(page, texts);
      const single = singleKeysSwitch(list, texts);
      const close = async () => {
        await page.keyboard.press('Escape');
        await list.waitFor({ state: 'hidden' });
      };
      await page.keyboard.press('?');
      await single.focus();
      await page.keyboard.press('Space');
      await list.getByText(texts.common.keys.off).waitFor();
      expect(await list.locator('kbd').allInnerTexts()).toEqual(['Esc']);
      await close();
      await page.reload();
      await settle();
      for (const key of ['?', '1', '2']) await page.keyboard.press(key);
      await page.evaluate('new Promise(requestAnimationFrame)');
      expect(await list.count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe(`/app/${nowhere}`);
      // The list is there all the same, and turns them on again.
      await page.getByRole('button', { name: texts.common.keys.title, exact: true }).click();
      await single.click();
      await list.getByText(texts.common.keys.hint).waitFor();
      await close();
      await page.keyboard.press('?');
      await list.waitFor();
      // By now a number that had been heard would have led away.
      expect(new URL(page.url()).pathname).toBe(`/app/${nowhere}`);
    });
  });

  it('are told nowhere once they are turned off, and keys with Ctrl go on', async () => {
    await tests.visit({ as: 'agent', path: 'desk' }, async ({ page, texts }) => {
      const { queue, lack } = texts.desk;
      const phone = page.locator('#desk-phone');
      await page.getByText(queue.keys).waitFor();
      await accountButton(page, texts, 'agent').click();
      const single = singleKeysSwitch(page, texts);
      await single.click();
      await page.getByText(queue.keys).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await single.waitFor({ state: 'hidden' });
      await page.locator('body').press('n');
      await page.evaluate('new Promise(requestAnimationFrame)');
      expect(await phone.and(page.locator(':focus')).count()).toBe(0);
      await phone.focus();
      await page.keyboard.press('Control+Enter');
      await page.getByText(lack.statement).first().waitFor();
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
