import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { endSession } from './end-session.js';
import { hostileTexts } from './hostile-texts.js';
import { spokenIn, textsOf } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import {
  accountButton,
  languageSwitch,
  passwordWindow,
  sessionWindow,
  signInForm,
  themeSwitch,
} from './shell-parts.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

const chinese = /\p{Script=Han}/u;
const refused = [/^401 POST \/api\/v1\/session$/];

async function signIn({ page, texts, settle }: Visit, username: string, password: string) {
  const form = signInForm(page, texts);
  await form.username.fill(username);
  await form.password.fill(password);
  await form.submit.click();
  await settle();
}

describe.each(spoken)('signing in, in %s', (language) => {
  it('refuses a wrong password in words of that language, and keeps the name', async () => {
    await tests.visit({ language, refusals: refused }, async (visit) => {
      await signIn(visit, 'agent', 'not-the-password');
      const form = signInForm(visit.page, visit.texts);
      const words = await form.refusal.innerText();
      expect(chinese.test(words)).toBe(language === 'zh-CN');
      expect(await form.username.inputValue()).toBe('agent');
    });
  });

  it('says what is missing at the field, and asks nothing', async () => {
    await tests.visit({ language }, async ({ page, texts, watch }) => {
      await signInForm(page, texts).submit.click();
      await page.getByText(texts.common.signIn.needUsername).waitFor();
      await page.getByText(texts.common.signIn.needPassword).waitFor();
      expect(watch.asked).not.toContain('POST /api/v1/session');
    });
  });

  it('opens the console, also from the keyboard alone', async () => {
    await tests.visit({ language }, async ({ page, texts }) => {
      // The field of the name has the focus.
      await page.keyboard.type('agent');
      await page.keyboard.press('Tab');
      await page.keyboard.type(demoPassword);
      await page.keyboard.press('Enter');
      await accountButton(page, texts, 'agent').waitFor();
    });
  });
});

describe('whoever opens the address of Clearline', () => {
  it.each([
    ['agent', 'desk'],
    ['supervisor', 'board'],
    ['manager', 'board'],
    ['bi', 'reports'],
  ])('begins as %s at the %s', async (username, screen) => {
    await tests.visit({}, async (visit) => {
      await visit.page.goto('/');
      await signIn(visit, username, demoPassword);
      await visit.page.waitForURL(`**/app/${screen}**`);
      await visit.page.getByRole('heading', { level: 1 }).waitFor();
    });
  });
});

describe('a session', () => {
  it('lies in a cookie that no script reads', async () => {
    await tests.visit({}, async (visit) => {
      await signIn(visit, 'agent', demoPassword);
      const [session, ...others] = await visit.page.context().cookies();
      expect(others).toEqual([]);
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
      const readable = await visit.page.evaluate<string>(
        'document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)',
      );
      expect(readable).not.toContain(session!.value);
    });
  });

  it('outlives a reload, and ends when its owner signs out', async () => {
    await tests.visit({ as: 'agent' }, async ({ page, texts, settle }) => {
      await page.reload();
      // The menu is there before the screen, which would go on asking for what it shows.
      await settle();
      await accountButton(page, texts, 'agent').click();
      await page.getByRole('button', { name: texts.common.account.signOut }).click();
      await signInForm(page, texts).username.waitFor();
      await settle();
      expect(await page.context().cookies()).toEqual([]);
      await page.reload();
      await signInForm(page, texts).username.waitFor();
    });
  });
});

describe.each(spoken)('one’s own password, in %s', (language) => {
  const refusals = [/^401 POST \/api\/v1\/(password|session)$/];
  const another = 'another-password';

  it('is changed where the old one is known, and somebody stays signed in', async () => {
    // Whose password is changed is nobody of the demo: they go on with theirs.
    const username = `changes-${language}`;
    const account = { username, password: demoPassword, roles: ['bi'] };
    const { status } = await tests.product.call('admin', 'POST', '/api/v1/users', account);
    expect(status).toBe(201);
    const path = 'nothing-is-here';
    await tests.visit({ as: username, language, path, refusals }, async (visit) => {
      const { page, texts, watch, settle } = visit;
      const { changePassword, signOut } = texts.common.account;
      const account = accountButton(page, texts, username);
      const form = passwordWindow(page, texts);
      await account.click();
      await page.getByRole('button', { name: changePassword }).click();

      // What is missing or does not fit is said at its field, and nothing is asked.
      await form.submit.click();
      await form.window.getByText(texts.password.needCurrent).waitFor();
      await form.window.getByText(texts.password.needAgain).waitFor();
      await form.current.fill('not-the-password');
      await form.next.fill(another);
      await form.again.fill(demoPassword);
      await form.submit.click();
      await form.window.getByText(texts.password.differs).waitFor();
      expect(watch.asked).not.toContain('POST /api/v1/password');

      // A wrong one is no end of the session.
      await form.again.fill(another);
      await page.keyboard.press('Enter');
      await form.window.getByText(texts.password.wrong).waitFor();
      await settle();
      expect(await sessionWindow(page, texts).count()).toBe(0);

      const before = watch.asked.length;
      await form.current.fill(demoPassword);
      await page.keyboard.press('Enter');
      await page.getByText(texts.password.done).first().waitFor();
      await form.window.waitFor({ state: 'hidden' });
      await account.and(page.locator(':focus')).waitFor();
      // A session under the new password took the place of the one before, with a proof of its own.
      expect(watch.asked.slice(before)).toContain('POST /api/v1/session');
      await account.click();
      await page.getByRole('button', { name: signOut }).click();
      await signInForm(page, texts).username.waitFor();
      expect(await page.context().cookies()).toEqual([]);

      await signIn(visit, username, demoPassword);
      await signInForm(page, texts).refusal.waitFor();
      await signIn(visit, username, another);
      await account.waitFor();
    });
  });

  it('is asked for again where the session has ended meanwhile', async () => {
    const path = 'nothing-is-here';
    await tests.visit({ as: 'agent', language, path, refusals: [/^401 /] }, async (visit) => {
      const { page, texts } = visit;
      const form = passwordWindow(page, texts);
      await accountButton(page, texts, 'agent').click();
      await page.getByRole('button', { name: texts.common.account.changePassword }).click();
      await form.current.fill(demoPassword);
      await form.next.fill(another);
      await form.again.fill(another);
      await endSession(page);
      await form.submit.click();
      const asking = sessionWindow(page, texts);
      await asking.waitFor();
      const again = signInForm(asking, texts);
      await again.password.fill(demoPassword);
      await again.submit.click();
      await asking.waitFor({ state: 'hidden' });
      // It was not the password that was refused, and what was typed is there.
      expect(await form.window.getByText(texts.password.wrong).count()).toBe(0);
      expect(await form.next.inputValue()).toBe(another);
    });
  });
});

describe('language and theme', () => {
  const readLook = async ({ page }: Visit) => ({
    language: await page.locator('html').getAttribute('lang'),
    // By the ink: whether it can be read on its ground is for axe to say.
    isDark: /rgba?\(255/.test(
      await page.evaluate<string>(`getComputedStyle(document.querySelector('.console')).color`),
    ),
  });

  it('are the browser’s at first', async () => {
    await tests.visit({ language: 'zh-CN', theme: 'dark' }, async (visit) => {
      expect(await readLook(visit)).toEqual({ language: 'zh-CN', isDark: true });
    });
    await tests.visit({ language: 'en', theme: 'light' }, async (visit) => {
      expect(await readLook(visit)).toEqual({ language: 'en', isDark: false });
    });
  });

  it('are what was chosen, after a reload too, and once signed in', async () => {
    await tests.visit({ language: 'zh-CN', theme: 'light' }, async (visit) => {
      const { page, settle } = visit;
      const en = textsOf({ language: 'en' });
      await languageSwitch(page, 'English').click();
      await themeSwitch(page, en, 'dark').click();
      await page.getByText(en.common.signIn.username, { exact: true }).waitFor();
      expect(await page.title()).toBe(`${en.common.signIn.title} · Clearline`);
      const chosen = { language: 'en', isDark: true };
      expect(await readLook(visit)).toEqual(chosen);
      await page.reload();
      await page.getByText(en.common.signIn.username, { exact: true }).waitFor();
      expect(await readLook(visit)).toEqual(chosen);
      await signIn({ ...visit, texts: en }, 'agent', demoPassword);
      await accountButton(page, en, 'agent').click();
      await languageSwitch(page, '中文').click();
      await themeSwitch(page, textsOf({ language: 'zh-CN' }), 'system').click();
      expect(await readLook(visit)).toEqual({ language: 'zh-CN', isDark: false });
      await page.reload();
      await settle();
      expect(await readLook(visit)).toEqual({ language: 'zh-CN', isDark: false });
    });
  });
});

describe('what no name or password is', () => {
  const refusals = [/^(401|422) POST \/api\/v1\/session$/];

  it.each(hostileTexts)('is refused and does nothing: $title', async ({ text: pasted }) => {
    // No browser hands half a letter over.
    const text = pasted.toWellFormed();
    await tests.visit({ language: 'zh-CN', refusals }, async (visit) => {
      const form = signInForm(visit.page, visit.texts);
      await signIn(visit, text, text);
      await form.refusal.waitFor();
      expect(await form.username.inputValue()).toBe(text);
      expect(await form.password.inputValue()).toBe(text);
      // The page goes on as if nothing had been.
      await signIn(visit, 'agent', demoPassword);
      await accountButton(visit.page, visit.texts, 'agent').waitFor();
    });
  });
});
