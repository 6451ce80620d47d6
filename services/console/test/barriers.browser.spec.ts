import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccounts } from '../../standalone/src/demo-data.js';
import { findBarriers } from './find-barriers.js';
import { givenCases } from './given-cases.js';
import { lookAt } from './look-at.js';
import { laptop, looks, textsOf } from './looks.js';
import type { Look } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import { accountButton, keyList, passwordWindow, readMenu, themeSwitch } from './shell-parts.js';
import { takePicture } from './take-picture.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  await givenCases(tests.product);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** Parts of a screen, beside the one that its address opens. */
const partsOf: Record<string, readonly string[]> = {
  supervisor: ['overdue', 'approvals', 'duty', 'major', 'incidents'].map((one) => `board/${one}`),
  admin: ['health', 'failures', 'audit', 'users'].map((one) => `administration/${one}`),
};

/**
 * What a theme decides. Everything else hangs on the language, and is looked for on every screen in one theme of each: with
 * CLEARLINE_WHOLE in both.
 */
const ofThemes = ['color-contrast', 'link-in-text-block'];
const isWhole = ({ language, theme }: Look) =>
  process.env['CLEARLINE_WHOLE'] !== undefined || (language === 'en') === (theme === 'dark');

/** Of what is shown, under the name that its picture has. */
async function check(name: string, visit: Visit): Promise<void> {
  expect({ name, barriers: await findBarriers(visit.page) }).toEqual({ name, barriers: [] });
  await takePicture(name, visit);
}

describe.each(looks)('nobody is kept out, in $language, $theme', (look) => {
  it('of signing in', () => tests.visit(look, (visit) => check('sign-in', visit)));

  it('of signing in with the other theme than the system’s', async () => {
    const other = look.theme === 'light' ? 'dark' : 'light';
    await tests.visit({ ...look, theme: other }, async (visit) => {
      await themeSwitch(visit.page, visit.texts, look.theme).click();
      await check('sign-in-other-theme', { ...visit, theme: look.theme });
    });
  });

  it('of an address without a screen, one’s account and the keys', async () => {
    await tests.visit({ ...look, as: 'supervisor', path: 'nothing-is-here' }, async (visit) => {
      const { page, texts } = visit;
      await check('missing', visit);
      await accountButton(page, texts, 'supervisor').click();
      await page.getByText(texts.common.account.signOut).waitFor();
      await check('account', visit);
      await page.getByRole('button', { name: texts.common.account.changePassword }).click();
      const changing = passwordWindow(page, texts);
      await changing.submit.waitFor();
      await check('password', visit);
      await page.keyboard.press('Escape');
      await changing.window.waitFor({ state: 'hidden' });
      await accountButton(page, texts, 'supervisor').click();
      await page.getByRole('button', { name: texts.common.account.sessions }).click();
      const sessions = page.getByRole('dialog', { name: texts.sessions.title });
      await sessions.getByText(texts.sessions.isThis, { exact: true }).waitFor();
      await check('sessions', visit);
      await page.keyboard.press('Escape');
      await sessions.waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await keyList(page, textsOf(look)).waitFor();
      await check('keys', visit);
    });
  });

  const usernames = demoAccounts.map(({ username }) => username);
  it.each(usernames)(
    'of any screen that %s has',
    async (as) => {
      await tests.visit({ ...look, as, size: laptop }, async (visit) => {
        const parts = partsOf[as] ?? [];
        for (const address of [...(await readMenu(visit.page)), ...parts]) {
          await visit.go(address);
          const name = `${as}-${address}`;
          const barriers = await findBarriers(visit.page, isWhole(look) ? undefined : ofThemes);
          expect({ name, barriers }).toEqual({ name, barriers: [] });
          await lookAt(name, visit);
        }
      });
    },
    540_000,
  );
});
