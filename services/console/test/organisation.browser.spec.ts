import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBarriers } from './find-barriers.js';
import { filled, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 120_000);
afterAll(() => tests?.close(), 60_000);

const file = (name: string, ...lines: string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});
const numbers = { created: '0', changed: '0', same: '0', refused: '0' };

describe.each(spoken)('the organisation in the administration, in %s', (language) => {
  const code = `east-${language.toLowerCase()}`;
  const refusals = [/^422 POST \/api\/v1\/organisation\/imports$/];
  const place = { language, as: 'admin', path: 'administration/organisation', refusals };

  it('is imported from CSV, all of the file or nothing', async () => {
    await tests.visit(place, async ({ page, texts: { admin: texts } }) => {
      const told = texts.organisation.import;
      await page.getByRole('button', { name: spaced(told.organisation) }).click();
      const dialog = page.getByRole('dialog', { name: told.title.organisation });
      const chosen = dialog.locator('input[type="file"]');
      const write = dialog.getByRole('button', { name: spaced(told.write) });
      const header = 'kind,code,nameZh,nameEn';
      const right = `unit,${code},东区,East`;
      await chosen.setInputFiles(file('units.csv', header, right, `team,${code}-1,,`));
      await dialog.getByText(told.whole).waitFor();
      await dialog.getByRole('cell', { name: 'kind', exact: true }).waitFor();
      expect(await write.isDisabled()).toBe(true);
      await chosen.setInputFiles(file('units.csv', header, right));
      await dialog.getByText(filled(told.preview, { ...numbers, created: '1' })).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await write.click();
      await dialog.getByText(filled(told.written, { ...numbers, created: '1' })).waitFor();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: told.download }).click(),
      ]);
      expect(saved.suggestedFilename()).toContain('units');
    });
  });

  it('tells when and by whom something was defined, and what changed', async () => {
    const unit = { code, name: { zh: '东区', en: 'East' } };
    for (const active of [true, false]) {
      const body = { units: [{ ...unit, active }] };
      await tests.product.call('admin', 'POST', '/api/v1/organisation', body);
    }
    await tests.visit(place, async ({ page, texts: { admin: texts } }) => {
      const { history, search, active, inactive } = texts.organisation;
      await page.getByRole('searchbox', { name: search }).fill(code);
      const row = page.getByRole('row').filter({ hasText: code });
      await row.getByRole('button', { name: spaced(history.open) }).click();
      const drawer = page.getByRole('dialog', { name: filled(history.title, { code }) });
      const change = { field: history.fields.active, before: active, after: inactive };
      await drawer.getByText(filled(history.change, change)).waitFor();
      await drawer.getByText(history.first).waitFor();
      const latest = drawer.locator('time').first();
      await latest.hover();
      expect(await latest.getAttribute('title')).toMatch(/\d{4}/u);
      expect(await findBarriers(page)).toEqual([]);
    });
  });
});

describe.each(spoken)('customers in the administration, in %s', (language) => {
  it('are imported from CSV; who is refused is left out', async () => {
    const phone = language === 'en' ? '13811110001' : '13811110002';
    const place = { language, as: 'admin', path: 'administration/organisation' };
    await tests.visit(place, async ({ page, texts: { admin: texts } }) => {
      const told = texts.organisation.import;
      await page.getByRole('button', { name: spaced(told.customers) }).click();
      const dialog = page.getByRole('dialog', { name: told.title.customers });
      const lines = ['name,phone,tier', `李四,${phone},vip`, '无号,,'];
      await dialog.locator('input[type="file"]').setInputFiles(file('customers.csv', ...lines));
      const counts = { ...numbers, created: '1', refused: '1' };
      await dialog.getByText(filled(told.preview, counts)).waitFor();
      await dialog.getByText(told.without).waitFor();
      await dialog.getByRole('cell', { name: 'phone', exact: true }).waitFor();
      await dialog.getByRole('button', { name: spaced(told.write) }).click();
      await dialog.getByText(filled(told.written, counts)).waitFor();
    });
    const path = `/api/v1/customers?phone=${phone}`;
    const { body } = await tests.product.call('agent', 'GET', path);
    expect(body['items']).toEqual([expect.objectContaining({ name: '李四', tier: 'vip' })]);
  });
});
