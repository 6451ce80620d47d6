import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { textsOf } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import { accountButton, languageSwitch } from './shell-parts.js';

let tests: TestConsole;
let caseId: string;
beforeAll(async () => {
  tests = await openTestConsole();
  [caseId] = (await givenCases(tests.product)) as [string];
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const statement = '客户说上个月扣了两次 — "twice" <b>';

const typedOf = async ({ page }: Visit) => ({
  phone: await page.locator('#desk-phone').inputValue(),
  name: await page.locator('#desk-name').inputValue(),
  statement: await page.locator('#desk-statement').inputValue(),
  category: await page
    .locator('.ant-select')
    .filter({ has: page.locator('#desk-category') })
    .innerText(),
});

/** The server has what was typed. */
const untilKept = ({ page, texts }: Visit) =>
  page.getByRole('status').filter({ hasText: texts.common.draft.kept }).waitFor({ timeout: 3_000 });

async function takeDown({ page }: Visit): Promise<void> {
  await page.locator('#desk-phone').fill('13900002222');
  await page.locator('#desk-name').fill('李娜');
  await page.locator('#desk-statement').fill(statement);
  await choose(page, page.locator('#desk-category'), 'Billing');
}
const typed = { phone: '13900002222', name: '李娜', statement, category: 'Billing' };

const clear = async ({ page, texts }: Visit) => {
  const { clear: name } = texts.desk.intake;
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name, exact: true }).click();
};

describe('a complaint that is being taken down', () => {
  it('is kept within three seconds, after a reload and in another language', async () => {
    await tests.visit({ as: 'agent', path: 'desk' }, async (visit) => {
      const { page, texts, settle } = visit;
      await takeDown(visit);
      await untilKept(visit);
      await page.reload();
      await settle();
      expect(await typedOf(visit)).toEqual(typed);

      await accountButton(page, texts, 'agent').click();
      await languageSwitch(page, '中文').click();
      const zh = textsOf({ language: 'zh-CN' });
      await page.getByRole('heading', { name: zh.desk.intake.title }).waitFor();
      expect(await typedOf(visit)).toEqual({ ...typed, category: '账单' });
    });
  });

  it('is there on another device, and nothing is overwritten unseen', async () => {
    const refusals = [/^409 PUT \/api\/v1\/intake-draft$/];
    await tests.visit({ as: 'agent', path: 'desk', refusals }, async (here) => {
      expect(await typedOf(here)).toEqual(typed);
      const { title, take } = here.texts.desk.otherDraft.other;
      const words = (visit: Visit) => visit.page.locator('#desk-statement');
      await tests.visit({ as: 'agent', path: 'desk' }, async (there) => {
        await words(there).fill('停水三天');
        await untilKept(there);
      });
      await words(here).fill('停水一天');
      await here.page.getByRole('alert').filter({ hasText: title }).waitFor();
      expect(await words(here).inputValue()).toBe('停水一天');
      await here.page.getByRole('button', { name: take }).click();
      await here.page.getByText(title).waitFor({ state: 'detached' });
      expect(await words(here).inputValue()).toBe('停水三天');
      await clear(here);
    });
  });
});

describe('a reply and a note that are being written', () => {
  const stale = /^409 (?:PUT|DELETE) \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/;

  it.each([
    ['reply', 'r', '#reply-text'],
    ['note', 'n', '#note-text'],
  ] as const)(
    'are not overwritten by another device unseen: a %s',
    async (_what, key, field) => {
      const options = { as: 'agent', path: `cases/${caseId}`, refusals: [...refusals, stale] };
      const begin = async ({ page }: Visit) => {
        await page.locator('body').press(key);
        await page.locator(field).waitFor();
        return page.locator(field);
      };
      await tests.visit(options, async (here) => {
        const mine = await begin(here);
        const { otherDraft } = here.texts.casePage;
        const notice = here.page.getByRole('alert').filter({ hasText: otherDraft.text });
        await tests.visit(options, async (there) => {
          await (await begin(there)).fill('written there');
          await untilKept(there);
        });
        await mine.fill('written here');
        await notice.waitFor();
        expect(await mine.inputValue()).toBe('written here');
        await notice.getByRole('button', { name: otherDraft.take }).click();
        await notice.waitFor({ state: 'detached' });
        expect(await mine.inputValue()).toBe('written there');

        await tests.visit(options, async (there) => {
          const theirs = await begin(there);
          expect(await theirs.inputValue()).toBe('written there');
          await theirs.fill('written there, once more');
          await untilKept(there);
        });
        await mine.fill('written here after all');
        await notice.waitFor();
        await notice.getByRole('button', { name: otherDraft.keep }).click();
        await notice.waitFor({ state: 'detached' });
        await untilKept(here);
        // Nothing is left behind for what comes after.
        await mine.fill('');
        await untilKept(here);
      });
    },
    180_000,
  );
});

describe('a server that starts again', () => {
  it('finds the form as it was, and files it', async () => {
    await tests.visit({ as: 'agent', path: 'desk', isCutOff: true }, async (visit) => {
      const { page, texts, settle } = visit;
      await takeDown(visit);
      await untilKept(visit);
      await page.evaluate('globalThis.isTheSamePage = true');
      await tests.restart();
      expect(await typedOf(visit)).toEqual(typed);
      expect(await page.evaluate('globalThis.isTheSamePage')).toBe(true);
      await page.reload();
      await settle();
      expect(await typedOf(visit)).toEqual(typed);
      await page.locator('#desk-statement').press('Control+Enter');
      await page.getByRole('status').filter({ hasText: texts.desk.filed.number }).waitFor();
      // What was filed is no draft any more, on this page and after it.
      await page.reload();
      await settle();
      expect(await page.locator('#desk-statement').inputValue()).toBe('');
    });
  }, 360_000);

  it('has kept a note that was begun, for another device too', async () => {
    const options = { as: 'agent', path: `cases/${caseId}`, refusals, isCutOff: true };
    const note = ({ page }: Visit) => page.locator('#note-text');
    await tests.visit(options, async (visit) => {
      const { page, texts, settle } = visit;
      await page.locator('body').press('n');
      await note(visit).fill(statement);
      const { kept } = texts.common.draft;
      await page.getByRole('status').filter({ hasText: kept }).waitFor();
      await tests.restart();
      await page.reload();
      await settle();
      // The case opens on what was begun, which its tab says.
      await note(visit).waitFor();
      expect(await note(visit).inputValue()).toBe(statement);
      const { draft } = texts.casePage.reply;
      await page.getByRole('tab', { selected: true }).getByText(draft).waitFor();
    });
    await tests.visit(options, async (visit) => {
      await visit.page.locator('body').press('n');
      await note(visit).waitFor();
      expect(await note(visit).inputValue()).toBe(statement);
    });
  }, 360_000);
});

describe('a complaint that the server does not take', () => {
  const path = '/api/v1/complaints';
  // A draft that is being kept while its complaint is filed comes too late.
  const refusals = [new RegExp(`^503 POST ${path}$`), /^409 PUT \/api\/v1\/intake-draft$/];
  const problem = { type: 'urn:clearline:problem:unavailable', title: 'away', status: 503 };
  const notice = ({ page }: Visit, name: string) =>
    page.getByRole('banner').getByRole('button', { name });

  /** Files what is typed while the server is away; the keys of all tries, and what brings the server back. */
  async function fileInVain(visit: Visit) {
    const { page, texts } = visit;
    const keys: (string | undefined)[] = [];
    let isAway = true;
    await page.route(`**${path}`, (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (!isAway) return route.continue();
      const contentType = 'application/problem+json';
      return route.fulfill({ status: 503, contentType, body: JSON.stringify(problem) });
    });
    await takeDown(visit);
    await untilKept(visit);
    await page.locator('#desk-statement').press('Control+Enter');
    await page.getByRole('button', { name: texts.desk.filing.stop }).waitFor();
    return { keys, comeBack: () => void (isAway = false) };
  }

  it('is filed once, under its key, while another screen is open, and every screen says so', async () => {
    await tests.visit({ as: 'agent', path: 'desk', refusals }, async (visit) => {
      const { page, texts, go } = visit;
      const { keys, comeBack } = await fileInVain(visit);
      expect(await notice(visit, texts.filing.short.retrying).count()).toBe(0);
      await go('cases');
      await notice(visit, texts.filing.short.retrying).waitFor();
      // Back at the desk it still stands there as it was sent, and goes on.
      await go('desk');
      await page.getByRole('button', { name: texts.desk.filing.stop }).waitFor();
      expect(await page.locator('#desk-statement').isDisabled()).toBe(true);
      await go('cases');
      comeBack();
      const taken = notice(visit, texts.filing.short.filed);
      // Tries are up to a quarter of a minute apart.
      await taken.waitFor({ timeout: 30_000 });
      await taken.click();
      const told = page.getByRole('tooltip').filter({ hasText: texts.filing.number });
      const number = await told.getByRole('link').innerText();
      expect(number).toMatch(/^\d{4}-\d{7}-\d$/u);
      expect(keys.length).toBeGreaterThan(1);
      expect(new Set(keys).size).toBe(1);
      await go('desk');
      const filed = page.getByRole('status').filter({ hasText: texts.desk.filed.number });
      await filed.getByText(number).waitFor();
      expect(await page.locator('#desk-statement').inputValue()).toBe('');
      await go('cases');
      expect(await taken.count()).toBe(0);
    });
  }, 120_000);

  it('is taken back from another screen, and is at the desk as a draft', async () => {
    await tests.visit({ as: 'agent', path: 'desk', refusals }, async (visit) => {
      const { page, texts, go } = visit;
      const { keys } = await fileInVain(visit);
      await go('cases');
      const retrying = notice(visit, texts.filing.short.retrying);
      await retrying.click();
      await page.getByRole('button', { name: texts.filing.stop }).click();
      await retrying.waitFor({ state: 'detached' });
      await go('desk');
      expect(await typedOf(visit)).toEqual(typed);
      expect(await page.getByRole('button', { name: texts.desk.filing.stop }).count()).toBe(0);
      expect(new Set(keys).size).toBe(1);
      await clear(visit);
    });
  }, 60_000);
});
