import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccounts } from '../../standalone/src/demo-data.js';
import { givenCases } from './given-cases.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { readMenu } from './shell-parts.js';

const usernames = demoAccounts.map(({ username }) => username);
const everything = 'admin';

let tests: TestConsole;
/** By account: the addresses of its menu, as served. */
const menus = new Map<string, string[]>();
beforeAll(async () => {
  tests = await openTestConsole();
  await givenCases(tests.product);
  for (const as of usernames) {
    await tests.visit({ as }, async ({ page }) => {
      menus.set(as, await readMenu(page));
    });
  }
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const menuOf = (username: string) => menus.get(username)!;

describe('the menu of a role', () => {
  it('is not empty, and nobody has a screen that whoever has every role lacks', () => {
    for (const one of usernames) {
      expect(menuOf(one)).not.toEqual([]);
      expect(menuOf(everything)).toEqual(expect.arrayContaining(menuOf(one)));
    }
  });

  it.each(usernames)('offers %s screens that open, each with all of its data', async (as) => {
    // A screen that asks for what the role may not read fails the visit.
    await tests.visit({ as }, async ({ page, texts, open }) => {
      for (const address of menuOf(as)) {
        await open(address);
        // A screen of several parts goes on to its first.
        expect(`${new URL(page.url()).pathname}/`).toContain(`/app/${address}/`);
        const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts();
        expect({ address, headings: headings.length }).toEqual({ address, headings: 1 });
        const title = (await page.title()).replace(/^\(\d+\) /, '');
        expect({ address, title }).toEqual({ address, title: `${headings[0]} · Clearline` });
        const missing = page.getByText(texts.common.state.notFoundTitle);
        expect({ address, isMissing: (await missing.count()) > 0 }).toEqual({
          address,
          isMissing: false,
        });
      }
    });
  });

  it.each(usernames)('leaves out what is not for %s, and its address shows nothing', async (as) => {
    const others = menuOf(everything).filter((address) => !menuOf(as).includes(address));
    await tests.visit({ as }, async ({ page, texts, watch, open }) => {
      const dataOf = async (address: string) => {
        const before = watch.asked.length;
        await open(address);
        await page.getByText(texts.common.state.notFoundTitle).waitFor();
        return watch.asked.slice(before).filter((line) => line.includes(' /api/'));
      };
      // What stands around every screen asks for, and no more.
      const around = (await dataOf('nothing-is-here')).sort();
      for (const address of others) {
        expect({ address, data: (await dataOf(address)).sort() }).toEqual({
          address,
          data: around,
        });
      }
    });
  });
});
