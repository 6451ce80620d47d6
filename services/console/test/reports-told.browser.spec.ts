import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  await givenCases(tests.product);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe('reports say', () => {
  it('once that there is no data, and nothing of days before it', async () => {
    const path = 'reports/volume?period=last-month&vs=previous&by=day';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const [before = '', after = ''] = texts.reports.noDataBefore.split('{{day}}');
      const said = (before.length > after.length ? before : after).trim();
      const sentence = page.getByText(said);
      await sentence.first().waitFor();
      await page.locator('.report-table .ant-table-row').first().waitFor();
      expect(await sentence.count()).toBe(1);
      const cells = await page.locator('.report-table td').allInnerTexts();
      expect(cells.filter((text) => /\d/.test(text))).toEqual([]);
    });
    const since = 'reports/volume?period=this-month&vs=previous&by=channel';
    await tests.visit({ as: 'bi', path: since }, async ({ page, texts }) => {
      const { change, figure } = texts.reports;
      const told = (selector: string) =>
        page.locator(selector).filter({ hasText: figure.received }).getByText(change.noData);
      await told('.report-tile').waitFor();
      expect(await told('.report-table').count()).toBeGreaterThan(3);
      expect(await page.getByText(change.series.replace('{{figure}}', '').trim()).count()).toBe(0);
    });
  }, 180_000);

  it('what they held still until somebody lets them go on, and when it was read', async () => {
    const received = async () =>
      (await tests.product.call('bi', 'GET', '/api/v1/reports/volume')).body['totals'] as {
        received: number;
      };
    const { received: before } = await received();
    const path = 'reports/backlog';
    await tests.visit({ as: 'bi', path }, async ({ page, texts, settle }) => {
      const { figure, list, live } = texts.reports;
      const open = page.locator('.report-tile').filter({ hasText: figure.open }).first();
      const openBefore = Number(await open.getByRole('link').innerText());
      const goTo = (report: string) => page.locator(`nav a[href*="reports/${report}"]`).click();
      await goTo('volume');
      const tile = page.locator('.report-tile').filter({ hasText: figure.received }).first();
      await tile.getByText(String(before), { exact: true }).waitFor();
      // Of what goes on a list tells its time too.
      await tile.getByRole('link').click();
      const asOf = list.asOf.split('{{time}}').map((part) => part.trim());
      await page
        .getByRole('dialog')
        .getByText(new RegExp(asOf.join('\\s*\\d\\d:\\d\\d:\\d\\d\\s*')))
        .waitFor();
      await page.getByRole('button', { name: list.close }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      const hold = page.getByRole('switch', { name: live.hold });
      await hold.click();
      await page.getByText(live.held).waitFor();
      const filed = await tests.product.call('agent', 'POST', '/api/v1/complaints', {
        ...sampleComplaint,
        customer: { anonymous: true },
      });
      expect(filed.status).toBe(201);
      await waitFor(async () => (await received()).received > before, {
        describe: 'the complaint in the report',
      });
      await settle();
      expect(await tile.innerText()).toContain(String(before));
      // The list is of now, and says so.
      await tile.getByRole('link').click();
      const [newer = ''] = list.movedHeld.split('{{');
      await page.getByRole('dialog').getByText(newer.trim()).waitFor();
      await page.getByRole('button', { name: list.close }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await tile.innerText()).toContain(String(before));
      // What was read before it was held is of another moment: it is read anew, and says when.
      const stamp = page.locator('.report-actions .steady', { hasText: /\d\d:\d\d:\d\d/ }).first();
      const stampOfVolume = await stamp.innerText();
      await goTo('backlog');
      await open.getByText(String(openBefore + 1), { exact: true }).waitFor();
      expect(await stamp.innerText()).not.toBe(stampOfVolume);
      await goTo('volume');
      await tile.getByText(String(before), { exact: true }).waitFor();
      expect(await stamp.innerText()).toBe(stampOfVolume);
      await hold.click();
      await tile.getByText(String(before + 1), { exact: true }).waitFor();
    });
  }, 180_000);
});
