import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '#testing';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  await givenCases(tests.product);
}, 180_000);
afterAll(() => tests?.close(), 60_000);

/** Nobody has written anything in a case that is opened for the first time. */
const refusals = [/^404 GET \/api\/v1\/cases\/[^/]+\/(note-)?draft$/];

const numbers = (page: Page) => page.locator('.case-row a').allInnerTexts();
const viewIn = (page: Page) => new URL(page.url()).searchParams.get('view');
const button = (page: Page, name: string) => page.getByRole('button', { name: spaced(name) });

/** Saves what the list shows under a name, for these roles, and returns the id in its address. */
async function save({ page, texts, settle }: Visit, name: string, roles: string[]) {
  const { views } = texts.casePage;
  await button(page, views.saveAs).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(views.name, { exact: true }).fill(name);
  for (const role of roles) {
    await choose(page, dialog.getByLabel(views.sharedWith, { exact: true }), role);
  }
  // Elsewhere in the dialog: a list of several choices stays open otherwise.
  await dialog.getByText(views.about).click();
  await dialog.getByRole('button', { name: spaced(views.save) }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.waitForURL(/[?&]view=/);
  await settle();
  return viewIn(page)!;
}

describe.each(['en', 'zh-CN'] as const)('a saved view of the list of cases, in %s', (language) => {
  const name = `Urgent ${language}`;
  let id: string;

  it('keeps filters, columns and order on the server, for those it is shared with', async () => {
    await tests.visit({ language, as: 'supervisor', path: 'cases' }, async (visit) => {
      const { page, texts, settle } = visit;
      const { casePage, common } = texts;
      await choose(page, page.locator('#case-status'), casePage.codes.open);
      await choose(page, page.locator('#case-order'), casePage.list.orders.priority);
      await button(page, casePage.list.chooseColumns).click();
      await page.getByRole('checkbox', { name: casePage.list.columns.unit, exact: true }).click();
      await page.keyboard.press('Escape');
      await settle();
      id = await save(visit, name, [common.roles.agent]);
      await page.reload();
      await settle();
      expect(viewIn(page)).toBe(id);
      await page.getByText(name, { exact: true }).first().waitFor();
      const { unit, owner } = casePage.list.columns;
      expect(await page.getByRole('columnheader', { name: unit, exact: true }).count()).toBe(0);
      expect(await page.getByRole('columnheader', { name: owner, exact: true }).count()).toBe(1);
    });
  });

  it('is opened by its address, and the next case is the next of its order', async () => {
    const path = `cases?view=${id}`;
    await tests.visit({ language, as: 'agent', path, refusals }, async (visit) => {
      const { page, texts, settle } = visit;
      const { casePage } = texts;
      const shown = await numbers(page);
      expect(shown.length).toBeGreaterThan(2);
      const { body } = await tests.product.call(
        ...(['agent', 'GET', '/api/v1/cases?status=open&sort=priority'] as const),
      );
      expect(shown).toEqual((body['items'] as { number: string }[]).map(({ number }) => number));
      await page.getByRole('link', { name: shown[0]! }).click();
      await page.getByRole('heading', { level: 1, name: shown[0]! }).waitFor();
      await settle();
      await page.getByRole('button', { name: casePage.page.next, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: shown[1]! }).waitFor();
      await page.getByRole('link', { name: casePage.page.toList }).click();
      await page.waitForURL(`**/cases?view=${id}`);
      await settle();
      // It is somebody else's: what one changes in it can be kept as one's own only.
      await choose(page, page.locator('#case-priority'), casePage.codes.high);
      await settle();
      expect(viewIn(page)).toBeNull();
      expect(await button(page, casePage.views.change).count()).toBe(0);
      expect(await button(page, casePage.views.drop).count()).toBe(0);
      const own = await save(visit, `Mine ${language}`, []);
      expect(own).not.toBe(id);
    });
  });

  it('is changed in place by its owner, and deleted', async () => {
    await tests.visit({ language, as: 'supervisor', path: `cases?view=${id}` }, async (visit) => {
      const { page, texts, settle } = visit;
      const { views, list, codes } = texts.casePage;
      await choose(page, page.locator('#case-order'), list.orders.oldest);
      await page.waitForURL(/sort=oldest/);
      await choose(page, page.locator('#case-priority'), codes.critical);
      await page.waitForURL(/priority=critical/);
      await page.keyboard.press('Escape');
      await button(page, list.moreFilters).click();
      await choose(
        page,
        page.locator('#case-receivedDays'),
        list.withinDays_other.replace('{{count}}', '30'),
      );
      await page.waitForURL(/receivedDays=30/);
      // Last: a list of several choices stays open.
      await choose(page, page.locator('#case-channel'), codes.phone);
      await page.waitForURL(/channel=phone/);
      await page.keyboard.press('Escape');
      await button(page, views.change).click();
      await page.waitForURL(`**/cases?view=${id}`);
      await settle();
      const path = `/api/v1/saved-views/${id}`;
      const { body } = await tests.product.call('agent', 'GET', path);
      expect(body).toMatchObject({
        ...{ name, sort: 'oldest', sharedWith: ['agent'] },
        filters: { status: 'open', priority: 'critical', channel: 'phone', receivedDays: 30 },
      });
      await button(page, views.drop).click();
      await page.locator('.ant-popconfirm').getByRole('button').last().click();
      await page.waitForURL((url) => !url.searchParams.has('view'));
      await settle();
      expect((await tests.product.call('agent', 'GET', path)).status).toBe(404);
    });
  });

  it('says whose it is for whoever opens it, also for somebody who owns no cases', async () => {
    const listed = async (as: string) => {
      const { body } = await tests.product.call(as, 'GET', '/api/v1/cases?owner=me&status=open');
      return (body['items'] as { number: string }[]).map(({ number }) => number);
    };
    let own = '';
    await tests.visit({ language, as: 'supervisor', path: 'cases' }, async (visit) => {
      const { page, texts } = visit;
      await button(page, texts.casePage.list.mine).click();
      await page.waitForURL(/owner=me/);
      const theirs = (await listed('supervisor')).join();
      // The list is read once its address has changed.
      const isShown = async () => (await numbers(page)).join() === theirs;
      await waitFor(isShown, { describe: 'the list of their own' });
      own = await save(visit, `Own ${language}`, []);
    });
    const kept = `/api/v1/saved-views/${own}`;
    const { body: saved } = await tests.product.call('supervisor', 'GET', kept);
    expect(saved).toMatchObject({ filters: { owner: 'me', status: 'open' } });
    const { columns, sort, filters } = saved;
    const shared = {
      name: saved['name'],
      columns,
      sort,
      filters,
      sharedWith: ['agent', 'manager'],
    };
    expect((await tests.product.call('supervisor', 'PUT', kept, shared)).status).toBe(200);
    const path = `cases?view=${own}`;
    await tests.visit({ language, as: 'agent', path }, async ({ page, texts }) => {
      const shown = await numbers(page);
      expect(shown.length).toBeGreaterThan(2);
      expect(shown).toEqual(await listed('agent'));
      await page.getByTitle(texts.casePage.value.me, { exact: true }).first().waitFor();
    });
    await tests.visit({ language, as: 'manager', path }, async ({ page, texts }) => {
      const { list, value } = texts.casePage;
      await page.getByText(list.none).first().waitFor();
      expect(await page.locator('.case-row').count()).toBe(0);
      await page.getByTitle(value.meWithout, { exact: true }).first().waitFor();
      await choose(page, page.locator('#case-unit'), value.myUnitWithout);
      await page.waitForURL(/unit=mine/);
    });
    await tests.product.call('supervisor', 'DELETE', kept);
  });

  it('that is gone says so, and shows the usual list', async () => {
    const gone = [/^404 GET \/api\/v1\/saved-views\//];
    await tests.visit(
      { language, as: 'agent', path: `cases?view=${id}`, refusals: gone },
      async ({ page, texts }) => {
        await page.getByText(texts.casePage.views.missing).waitFor();
        expect((await numbers(page)).length).toBeGreaterThan(2);
      },
    );
  });
});
