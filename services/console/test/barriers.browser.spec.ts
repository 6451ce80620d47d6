import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
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
/** Screens of one case each, by who is led to them, under the names of their pictures. */
let ofCases: Record<string, Record<string, string>>;
beforeAll(async () => {
  tests = await openTestConsole();
  const [one, stands, member] = await givenCases(tests.product);
  const join = `/api/v1/cases/${member}/commands/join-incident`;
  const joined = await tests.product.call('supervisor', 'POST', join, { incident: stands });
  expect(joined.status).toBe(200);
  ofCases = {
    agent: { 'a-case': `cases/${one}`, print: `cases/${one}/print` },
    supervisor: { incident: `board/incidents/${stands}`, room: `board/major/${stands}` },
  };
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** What the navigation of a screen leads to below it: its own parts. */
async function partsOf(page: Page, address: string): Promise<string[]> {
  const links = await page.getByRole('navigation').getByRole('link').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  const [area = ''] = address.split('/');
  const parts = hrefs.map((href) =>
    String(href)
      .replace(/^\/app\//, '')
      .replace(/\?.*$/, ''),
  );
  return parts.filter((part) => part.startsWith(`${area}/`));
}

/**
 * What a theme decides. Everything else hangs on the language, and is looked for on every screen in one theme of each: with
 * CLEARLINE_WHOLE in both.
 */
const ofThemes = ['color-contrast', 'link-in-text-block'];
/** A case without a draft answers so, and an administrator without an agent whose mails they would be. */
const refusals = [
  /^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/,
  /^404 GET \/api\/v1\/channels\/own$/,
];
/** Who has parts that others have not, or has them first. */
const leadsOn = new Set(['agent', 'supervisor', 'bi', 'admin']);
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

  /** Parts that somebody else was led to. */
  const shown = new Set<string>();
  const usernames = demoAccounts.map(({ username }) => username);
  it.each(usernames)(
    'of any screen that %s has',
    async (as) => {
      await tests.visit({ ...look, as, size: laptop, refusals }, async (visit) => {
        const menu = await readMenu(visit.page);
        const isLed = isWhole(look) && leadsOn.has(as);
        const ahead = new Map(menu.map((address) => [`${as}-${address}`, address]));
        const ofOne = isLed ? (ofCases[as] ?? {}) : {};
        for (const [one, address] of Object.entries(ofOne)) ahead.set(`${as}-${one}`, address);
        // A map goes on with what is added to it.
        for (const [name, address] of ahead) {
          await visit.go(address);
          const barriers = await findBarriers(visit.page, isWhole(look) ? undefined : ofThemes);
          expect({ name, barriers }).toEqual({ name, barriers: [] });
          await lookAt(name, visit);
          if (!isLed || !menu.includes(address)) continue;
          for (const part of await partsOf(visit.page, address)) {
            if (!shown.has(part)) ahead.set(`${as}-${part}`, part);
            shown.add(part);
          }
        }
      });
    },
    540_000,
  );
});
