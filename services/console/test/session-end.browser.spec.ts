import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '#testing';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { endSession } from './end-session.js';
import { findBarriers } from './find-barriers.js';
import { openInputMethod } from './input-method.js';
import { filled, looks, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import { accountButton, keyList, readMenu, sessionWindow, signInForm } from './shell-parts.js';
import { takePicture } from './take-picture.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

const refusals = [/^401 /];
const typed = '客户说上个月扣了两次 — "twice" <b>';

/** A page asks now and then whether its session still stands; this is later. */
const passTime = ({ page }: Visit) => page.clock.fastForward('11:00');

/** Ends the session and waits for the window over the page. */
async function untilAsked(visit: Visit) {
  await endSession(visit.page);
  await passTime(visit);
  const asking = sessionWindow(visit.page, visit.texts);
  await asking.waitFor();
  return { asking, form: signInForm(asking, visit.texts) };
}

const fields =
  'textarea:visible, input[type=text]:visible:not([role=combobox], [readonly], [disabled])';

/** The first field for text that a screen of somebody's menu has. */
async function findField({ page, open }: Visit) {
  for (const address of await readMenu(page)) {
    await open(address);
    const field = page.getByRole('main').locator(fields);
    if ((await field.count()) > 0) return field.first();
  }
  throw new Error('no screen has a field');
}

async function newUser(username: string) {
  const user = { username, password: demoPassword, roles: ['bi'] };
  expect((await tests.product.call('admin', 'POST', '/api/v1/users', user)).status).toBe(201);
}

async function signInElsewhere(username: string): Promise<string> {
  const account = { username, password: demoPassword };
  const { status, body } = await tests.product.call('', 'POST', '/api/v1/login', account);
  expect(status).toBe(200);
  return String(body['token']);
}

async function statusOf(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await tests.product.call('', 'GET', '/api/v1/first-run', undefined, headers)).status;
}

const confirm = (page: Page) =>
  page.locator('.ant-popconfirm:not(.ant-popover-hidden)').getByRole('button').last().click();

describe.each(spoken)('the mails of alerts, in %s', (language) => {
  const nowhere = { language, path: 'nothing-is-here' };

  it('are asked for by an agent, to whom the administration is closed', async () => {
    // No address is kept yet, and the product of these tests has no mail server.
    const allowed = [/^404 GET .*channels\/own/, /^422 PUT .*channels\/own/];
    const visited = { ...nowhere, as: 'agent', refusals: allowed };
    await tests.visit(visited, async ({ page, texts }) => {
      const { common, admin } = texts;
      const account = accountButton(page, texts, 'agent');
      await account.click();
      await page.getByRole('button', { name: common.account.mailedAlerts }).click();
      const window = page.getByRole('dialog', { name: admin.channels.own });
      await window.getByRole('textbox', { name: admin.channels.email }).fill('li.na@example.com');
      expect(await findBarriers(page)).toEqual([]);
      await window.getByRole('button', { name: spaced(admin.save) }).click();
      await window.getByRole('alert').waitFor();
      await window.locator('.ant-modal-close').click();
      await window.waitFor({ state: 'hidden' });
      await account.and(page.locator(':focus')).waitFor();
    });
  });

  it('are not offered to whoever is told of no alerts', async () => {
    await tests.visit({ ...nowhere, as: 'bi' }, async ({ page, texts }) => {
      await accountButton(page, texts, 'bi').click();
      await page.getByText(texts.common.account.signOut).waitFor();
      const button = page.getByRole('button', { name: texts.common.account.mailedAlerts });
      expect(await button.count()).toBe(0);
    });
  });
});

describe.each(spoken)('the sessions of somebody, in %s', (language) => {
  const path = 'nothing-is-here';

  it('are listed to them, and end one by one or together', async () => {
    const username = `many-${language.toLowerCase()}`;
    await newUser(username);
    const elsewhere = [await signInElsewhere(username), await signInElsewhere(username)];
    const statuses = async () => (await Promise.all(elsewhere.map(statusOf))).sort();
    await tests.visit({ as: username, language, path }, async ({ page, texts }) => {
      const { sessions, common } = texts;
      const account = accountButton(page, texts, username);
      await account.click();
      await page.getByRole('button', { name: spaced(common.account.sessions) }).click();
      const window = page.getByRole('dialog', { name: sessions.title });
      await window.getByText(sessions.isThis, { exact: true }).waitFor();
      const others = window.getByRole('button', { name: spaced(sessions.end) });
      expect(await others.count()).toBe(2);
      await others.first().click();
      await confirm(page);
      await page.getByText(sessions.ended).first().waitFor();
      await waitFor(async () => (await others.count()) === 1, { describe: 'one other session' });
      expect(await statuses()).toEqual([200, 401]);

      await window.getByRole('button', { name: spaced(sessions.endOthers) }).click();
      await confirm(page);
      await page.getByText(sessions.allEnded).first().waitFor();
      await waitFor(async () => (await others.count()) === 0, { describe: 'no other session' });
      expect(await statuses()).toEqual([401, 401]);
      await window.getByText(sessions.isThis, { exact: true }).waitFor();
      await window.locator('.ant-modal-close').click();
      await window.waitFor({ state: 'hidden' });
      await account.and(page.locator(':focus')).waitFor();
    });
  });

  it('are ended by an administrator, which is noted, and the page asks to sign in', async () => {
    const username = `ended-${language.toLowerCase()}`;
    await newUser(username);
    await tests.visit({ as: username, language, path, refusals }, async (person) => {
      await person.page.clock.install();
      await person.page.reload();
      await person.settle();
      const admin = { language, as: 'admin', path: 'administration/users' };
      await tests.visit(admin, async ({ page, texts }) => {
        const { sessions } = texts;
        const row = page.getByRole('row').filter({ hasText: username });
        await row.getByRole('button', { name: spaced(texts.admin.users.sessions) }).click();
        const name = filled(sessions.titleOf, { username });
        const window = page.getByRole('dialog', { name });
        await window.getByRole('button', { name: spaced(sessions.endAll) }).click();
        await confirm(page);
        await window.getByText(sessions.none).waitFor();
        await window.locator('.ant-modal-close').click();
        await window.waitFor({ state: 'hidden' });

        // Of one's own account the session that asks stays, and the question says so.
        const cell = page.getByRole('cell', { name: 'admin', exact: true });
        const own = page.getByRole('row').filter({ has: cell });
        await own.getByRole('button', { name: spaced(texts.admin.users.sessions) }).click();
        const ownName = filled(sessions.titleOf, { username: 'admin' });
        const ownWindow = page.getByRole('dialog', { name: ownName });
        await ownWindow.getByRole('button', { name: spaced(sessions.endOthers) }).click();
        await page.getByText(sessions.endOthersSure).waitFor();
      });
      await passTime(person);
      await sessionWindow(person.page, person.texts).waitFor();
    });
    const { body } = await tests.product.call('admin', 'GET', '/api/v1/audit');
    expect((body['actions'] as unknown[])[0]).toMatchObject({
      ...{ actor: 'admin', action: 'users.end-sessions', affected: 1 },
      selection: { user: username },
    });
  });
});

describe('a session that ends while somebody works', () => {
  it.each(spoken)('leaves what was typed where it is, in %s', async (language) => {
    await tests.visit({ as: 'agent', language, refusals }, async (visit) => {
      const { page, texts, watch, settle } = visit;
      await page.clock.install();
      await page.reload();
      await settle();
      const field = await findField(visit);
      await field.fill(typed);
      await page.evaluate('globalThis.isTheSamePage = true');

      const { asking, form } = await untilAsked(visit);
      expect(await form.username.inputValue()).toBe('agent');
      await form.password.fill('not-the-password');
      await form.submit.click();
      await form.refusal.waitFor();
      expect(await field.inputValue()).toBe(typed);

      await form.password.fill(demoPassword);
      await page.keyboard.press('Enter');
      await asking.waitFor({ state: 'hidden' });
      await settle();
      expect(await field.inputValue()).toBe(typed);
      expect(await page.evaluate('globalThis.isTheSamePage')).toBe(true);

      // What is sent from now on proves that it comes from the console, by the new session.
      const before = watch.asked.length;
      await accountButton(page, texts, 'agent').click();
      await page.getByRole('button', { name: texts.common.account.signOut }).click();
      await signInForm(page, texts).username.waitFor();
      expect(watch.asked.slice(before)).toContain('DELETE /api/v1/session');
      expect(await page.context().cookies()).toEqual([]);
    });
  });

  it('asks who it is as soon as the server ends a stream of the page', async () => {
    await tests.visit(
      { as: 'supervisor', language: 'en', path: 'board', refusals },
      async ({ page, texts }) => {
        await page.getByRole('status').filter({ hasText: texts.board.live.on }).waitFor();
        await endSession(page);
        await sessionWindow(page, texts).waitFor();
      },
    );
  });

  it('gives somebody else a page of their own', async () => {
    await tests.visit({ as: 'agent', refusals }, async (visit) => {
      const { page, texts } = visit;
      await page.clock.install();
      await visit.open('');
      await page.evaluate('globalThis.isTheSamePage = true');
      const { form } = await untilAsked(visit);
      await form.username.fill('supervisor');
      await form.password.fill(demoPassword);
      await form.submit.click();
      await accountButton(page, texts, 'supervisor').waitFor();
      expect(await page.evaluate('globalThis.isTheSamePage')).toBeUndefined();
    });
  });

  it('takes what is typed into its window for text, not for keys of the console', async () => {
    await tests.visit({ as: 'agent', language: 'zh-CN', refusals }, async (visit) => {
      const { page, texts } = visit;
      await page.clock.install();
      await visit.open('');
      const { form } = await untilAsked(visit);
      await form.username.fill('');
      await page.keyboard.type('1?');
      const inputMethod = await openInputMethod(page);
      await inputMethod.compose('ni');
      await inputMethod.press('?');
      await inputMethod.press('Enter');
      await inputMethod.choose('你');
      expect(await form.username.inputValue()).toBe('1?你');
      expect(await keyList(page, texts).count()).toBe(0);
      expect(visit.watch.asked).not.toContain('POST /api/v1/session');
    });
  });

  it.each(looks)('asks without barriers, in $language, $theme', async (look) => {
    await tests.visit({ as: 'agent', ...look, refusals }, async (visit) => {
      await visit.page.clock.install();
      await visit.open('');
      await untilAsked(visit);
      expect(await findBarriers(visit.page)).toEqual([]);
      await takePicture('session-ended', visit);
    });
  });
});
