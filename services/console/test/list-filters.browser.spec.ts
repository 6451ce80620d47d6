import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { defaultPolicy } from '#sla';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { choose, writeInstant } from './fill-forms.js';
import { spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

const title = { zh: '账单', en: 'Bills' };
const queue = { id: 'billing', title, match: { category: ['billing'] }, handlingMinutes: 10 };

let tests: TestConsole;
/** Received on both sides of midnight in Shanghai, where the browser is. */
let evening: string;
let morning: string;
beforeAll(async () => {
  tests = await openTestConsole();
  const policy = { ...defaultPolicy, queues: [queue] };
  const { status } = await tests.product.call('manager', 'PUT', '/api/v1/policies', policy);
  expect(status).toBe(200);
  evening = await file({ receivedAt: '2026-03-02T15:59:59.000Z' });
  morning = await file({ receivedAt: '2026-03-02T16:00:00.000Z', category: 'leak' });
}, 180_000);
afterAll(() => tests?.close(), 60_000);

/** The number of its case. */
async function file(changes: object): Promise<string> {
  const { product } = tests;
  const body = { ...sampleComplaint, ...changes };
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
  const read = () => product.call('agent', 'GET', `/api/v1/cases/${String(filed.body['caseId'])}`);
  await waitFor(async () => (await read()).status === 200, { describe: 'the case' });
  return String((await read()).body['number']);
}

/** The list is read once its address has changed. */
const shows = (page: Page, number: string) =>
  waitFor(async () => (await page.locator('.case-row a').allInnerTexts()).join() === number, {
    describe: `a list of ${number} alone`,
  });

describe.each(spoken)('the list of cases, in %s', (language) => {
  it('says that it is loading until it is answered, and not that there is nothing', async () => {
    await tests.visit({ language, as: 'supervisor', path: 'cases' }, async ({ page, texts }) => {
      const { list } = texts.casePage;
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      await page.locator('.case-row').first().waitFor();
      await page.route(/\/api\/v1\/cases\?/, async (route) => {
        await gate;
        await route.continue();
      });
      await choose(page, page.getByLabel(list.order, { exact: true }), list.orders.oldest);
      await page.getByRole('status').filter({ hasText: list.loading }).waitFor();
      expect(await page.getByText(list.none, { exact: true }).count()).toBe(0);
      release();
      await page.locator('.case-row').first().waitFor();
    });
  });

  it('is narrowed by a first and a last day, which a saved view keeps', async () => {
    await tests.visit({ language, as: 'supervisor', path: 'cases' }, async (visit) => {
      const { page, texts } = visit;
      const { list, views } = texts.casePage;
      await page.getByRole('button', { name: spaced(list.moreFilters) }).click();
      await writeInstant(page.locator('#case-receivedFrom'), '2026-03-03');
      await page.waitForURL(/receivedFrom=2026-03-03/);
      await writeInstant(page.locator('#case-receivedTo'), '2026-03-03');
      await page.waitForURL(/receivedTo=2026-03-03/);
      await shows(page, morning);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: spaced(views.saveAs) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(views.name, { exact: true }).fill(`The third, ${language}`);
      await dialog.getByRole('button', { name: spaced(views.save) }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.waitForURL(/[?&]view=/);
      await page.reload();
      await shows(page, morning);
      const id = new URL(page.url()).searchParams.get('view')!;
      const path = `/api/v1/saved-views/${id}`;
      const { body } = await tests.product.call('supervisor', 'GET', path);
      const day = '2026-03-03';
      expect(body).toMatchObject({ filters: { receivedFrom: day, receivedTo: day } });
      expect(body['filters']).not.toHaveProperty('tz');
    });
  });

  it('is narrowed by a queue of the policy, which has its title', async () => {
    await tests.visit({ language, as: 'agent', path: 'cases' }, async ({ page, texts }) => {
      const { list } = texts.casePage;
      await page.getByRole('button', { name: spaced(list.moreFilters) }).click();
      const name = language === 'en' ? title.en : title.zh;
      await choose(page, page.locator('#case-queue'), name);
      await page.waitForURL(/queue=billing/);
      await shows(page, evening);
    });
  });

  it('of days that are none says what is wrong', async () => {
    const path = 'cases?receivedFrom=2026-03-03&receivedTo=2026-03-02';
    const refusals = [/^422 GET \/api\/v1\/cases$/];
    await tests.visit({ language, as: 'agent', path, refusals }, async ({ page }) => {
      await page.getByRole('alert').filter({ hasText: 'receivedFrom' }).first().waitFor();
      expect(await page.locator('.case-row').count()).toBe(0);
    });
  });

  it('marks in its row a case that nobody is reminded of, and stands still under a pointer', async () => {
    await tests.visit({ language, as: 'supervisor', path: 'cases' }, async ({ page, texts }) => {
      const { list } = texts.casePage;
      const first = page.locator('.case-row').first();
      const before = await first.locator('a').innerText();
      await first.hover();
      const newcomer = await file({ receivedAt: undefined });
      await page.getByText(list.heldNow.replace('{{count}}', '1'), { exact: true }).waitFor();
      expect(await first.locator('a').innerText()).toBe(before);
      const until = new Date(Date.now() + 7_200_000).toISOString();
      const path = `/api/v1/cases/${newcomer}/commands/snooze-reminders`;
      const body = { until, reason: 'agreed-appointment' };
      expect((await tests.product.call('supervisor', 'POST', path, body)).status).toBe(200);
      await page.getByRole('heading', { name: list.title }).hover();
      const row = page.locator('.case-row').filter({ hasText: newcomer });
      await row.getByText(list.marks.snoozed, { exact: true }).waitFor();
      expect(await first.locator('a').innerText()).toBe(newcomer);
    });
  });
});
