import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenCases } from './given-cases.js';
import { spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
let id: string;
beforeAll(async () => {
  tests = await openTestConsole();
  [id] = (await givenCases(tests.product)) as [string];
  for (const username of ['agent', 'supervisor']) {
    const path = `/api/v1/cases/${id}/commands/add-note`;
    const noted = await tests.product.call(username, 'POST', path, { text: 'seen' });
    expect(noted.status).toBe(200);
  }
}, 180_000);
afterAll(() => tests?.close(), 60_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];

describe.each(spoken)('a person in the timeline, in %s', (language) => {
  it('has one name, by which they sign in and own the case; the system has none', async () => {
    const visit = { as: 'agent', path: `cases/${id}`, language, refusals };
    await tests.visit(visit, async (shown) => {
      const { page, texts } = shown;
      const { timeline, events, value } = texts.casePage;
      const told = page.getByRole('list', { name: timeline.title }).getByRole('listitem');
      const notes = told.filter({ hasText: events.case['note-added'] });
      await notes.getByText('supervisor', { exact: true }).waitFor();
      await notes.getByText('agent', { exact: true }).waitFor();
      const [opening] = events.case.opened.split('{{');
      await told.filter({ hasText: opening! }).getByText(timeline.bySystem).waitFor();
      await takePicture('person-names', shown);
      const whole = await page.locator('main').innerText();
      expect(whole).not.toMatch(/\b[as]-001\b/u);
      expect(whole).not.toContain(value.noOwner);
    });
  }, 60_000);
});

describe('the page of a case', () => {
  it('lets a manager write, who may not see the customer', async () => {
    const visit = { as: 'manager', path: `cases/${id}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage }, watch }) => {
      await page.locator('#reply-text').waitFor();
      expect(await page.getByText(casePage.facts.hidden).count()).toBe(2);
      expect(watch.asked.filter((one) => one.includes('/customers/'))).toEqual([]);
    });
  }, 180_000);

  it('tells a manager who viewed personal data, as the audit does', async () => {
    const without = [...refusals, /^503 GET \/api\/v1\/churn\/customers\/[\w-]+\/views$/];
    const visit = { as: 'manager', path: `cases/${id}`, refusals: without };
    const away = { type: 'urn:clearline:problem:unavailable', title: 'away', status: 503 };
    await tests.visit(visit, async ({ page, open, texts: { common } }) => {
      const { personalViews } = common;
      const seen = page.getByRole('cell', { name: personalViews.what.timeline });
      const number = /\d{4}-\d{7}-\d/.exec(await page.locator('h1').innerText())![0];
      await page.getByRole('button', { name: personalViews.title }).click();
      await seen.first().waitFor();
      expect(await page.getByText(personalViews.withoutChurn).count()).toBe(0);
      await page.route('**/api/v1/churn/customers/*/views', (route) =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', json: away }),
      );
      await open('administration/audit');
      await page.getByLabel(personalViews.number).fill(number);
      await page.keyboard.press('Enter');
      await seen.first().waitFor();
      await page.getByText(personalViews.withoutChurn).waitFor();
    });
  }, 180_000);
});
