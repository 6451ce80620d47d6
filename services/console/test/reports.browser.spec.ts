import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe('reports in the console', () => {
  it('draw every report beside another time', async () => {
    await tests.visit({ as: 'bi' }, async ({ page, open, texts }) => {
      for (const report of [
        'handling',
        'transfers',
        'repeats',
        'orders',
        'satisfaction',
        'churn',
        'churn-levels',
      ]) {
        await open(`reports/${report}?vs=previous`);
        await page.locator('.report-charts svg').first().waitFor();
        expect(await page.getByText(texts.common.state.failed).count()).toBe(0);
      }
    });
  }, 360_000);

  it('say how many customers are at a churn level now, since when and why, and not who', async () => {
    const figures = async () =>
      (await tests.product.call('bi', 'GET', '/api/v1/reports/churn-levels')).body['totals'];
    await waitFor(async () => ((await figures()) as { watch: number }).watch > 0, {
      describe: 'a customer at a level',
    });
    await tests.visit({ as: 'bi', path: 'reports/churn-levels' }, async ({ page, texts }) => {
      const { figure, list, period } = texts.reports;
      await page.getByText(period.ofNow.level).waitFor();
      const tile = page.locator('.report-tile').filter({ hasText: figure.watch });
      const count = await tile.getByRole('link').innerText();
      await tile.getByRole('link').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('columnheader', { name: list.since }).waitFor();
      await drawer.getByText(figure['threat-regulator']).first().waitFor();
      const equal = list.equal.replaceAll('{{count}}', count);
      await drawer.getByText(equal).waitFor();
      expect(await drawer.innerText()).not.toMatch(/欧阳|13733334444/);
    });
  }, 180_000);

  it('slice orders by who owns the case and by their kind, which no other report offers', async () => {
    const { product } = tests;
    const dueAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const order = { units: ['south'], dueAt, text: '请核对用气量' };
    const command = `/api/v1/cases/${cases[0]}/commands/co-handle`;
    expect((await product.call('agent', 'POST', command, order)).status).toBe(200);
    const report = '/api/v1/reports/orders?by=owner';
    const owners = async () =>
      (await product.call('bi', 'GET', report)).body['rows'] as { group: string }[];
    await waitFor(async () => (await owners()).some(({ group }) => group === 'a-001'), {
      describe: 'the order in the report',
    });
    const path = 'reports/orders?by=owner&owner=a-001';
    await tests.visit({ as: 'bi', path }, async ({ page, open, texts }) => {
      const { column, by } = texts.reports;
      await page.getByRole('columnheader', { name: column.owner }).waitFor();
      await page.getByRole('row').filter({ hasText: 'a-001' }).first().waitFor();
      await page.getByRole('combobox', { name: column.owner }).waitFor();
      await open('reports/orders?by=kind&kind=co-handling,supervision');
      await page.getByRole('columnheader', { name: column.kind }).waitFor();
      const { kind } = texts.reports;
      await page.getByRole('row').filter({ hasText: kind['co-handling'] }).first().waitFor();
      await open('reports/volume?by=owner&owner=a-001');
      await page.getByRole('columnheader', { name: column.day }).waitFor();
      expect(await page.getByRole('combobox', { name: column.owner }).count()).toBe(0);
      await page.getByRole('combobox', { name: by.label }).waitFor();
    });
  }, 180_000);

  it('keep the first day that was chosen while figures are read again', async () => {
    await tests.visit({ as: 'bi', path: 'reports/volume' }, async ({ page, texts, settle }) => {
      const { period, live } = texts.reports;
      await choose(page, page.getByRole('combobox', { name: period.label }), period.custom);
      const first = page.locator('.ant-picker-range input').first();
      await first.click();
      const day = (end: string) =>
        page.locator(`.ant-picker-dropdown td.ant-picker-cell-in-view[title$="${end}"]`).first();
      await day('-10').click();
      const chosen = await first.inputValue();
      // As a live stream does it, without leaving the picker.
      await page.getByRole('button', { name: live.refresh }).dispatchEvent('click');
      await settle();
      await day('-12').click();
      await page.waitForURL(`**from=${chosen}**`);
    });
  }, 180_000);
});

describe('the page of a case', () => {
  const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];

  it('lets a manager write, who may not see the customer', async () => {
    const visit = { as: 'manager', path: `cases/${cases[0]}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage }, watch }) => {
      await page.locator('#reply-text').waitFor();
      expect(await page.getByText(casePage.facts.hidden).count()).toBe(2);
      expect(watch.asked.filter((one) => one.includes('/customers/'))).toEqual([]);
    });
  }, 180_000);

  it('tells a manager who viewed personal data, as the audit does', async () => {
    const visit = { as: 'manager', path: `cases/${cases[0]}`, refusals };
    await tests.visit(visit, async ({ page, open, texts: { common } }) => {
      const { personalViews } = common;
      const seen = page.getByRole('cell', { name: personalViews.what.timeline });
      const number = /\d{4}-\d{7}-\d/.exec(await page.locator('h1').innerText())![0];
      await page.getByRole('button', { name: personalViews.title }).click();
      await seen.first().waitFor();
      await open('administration/audit');
      await page.getByLabel(personalViews.number).fill(number);
      await page.keyboard.press('Enter');
      await seen.first().waitFor();
    });
  }, 180_000);
});
