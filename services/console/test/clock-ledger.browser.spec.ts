import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { languages } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let id: string;
beforeAll(async () => {
  tests = await openTestConsole();
  [id] = (await givenCases(tests.product)) as [string];
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

describe.each(sizes)('the reckoning of a clock, $width px wide', (size) => {
  it.each(languages)(
    'shows all of its columns, in %s',
    async (language) => {
      const given = { as: 'supervisor', language, path: `cases/${id}`, size, refusals };
      await tests.visit(given, async ({ page, texts, settle }) => {
        const { why, counted, total } = texts.casePage.clocks;
        await page.getByRole('button', { name: why }).first().click();
        const dialog = page.getByRole('dialog');
        const heads = [counted, total].map((name) =>
          dialog.getByRole('columnheader', { name, exact: true }),
        );
        await heads[1]!.waitFor();
        await settle();
        const frame = (await dialog.boundingBox())!;
        const table = (await dialog.getByRole('table').boundingBox())!;
        expect(table.x).toBeGreaterThanOrEqual(frame.x);
        expect(table.x + table.width).toBeLessThanOrEqual(frame.x + frame.width);
        for (const head of heads) {
          const box = (await head.boundingBox())!;
          expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
        }
        // Nothing in a cell is wider than its cell.
        const cut = await dialog
          .locator('th, td')
          .evaluateAll((cells) =>
            cells.flatMap(({ scrollWidth, clientWidth, textContent }) =>
              scrollWidth > clientWidth ? [textContent] : [],
            ),
          );
        expect(cut).toEqual([]);
      });
    },
    180_000,
  );
});

it.each(languages)(
  'of a late clock ends with what followed, and is printed for either reader, in %s',
  async (language) => {
    const body = { ...sampleComplaint, receivedAt: '2026-03-02T02:00:00.000Z' };
    const filed = await tests.product.call('agent', 'POST', '/api/v1/complaints', body);
    const late = String(filed.body['caseId']);
    const read = () => tests.product.call('agent', 'GET', `/api/v1/cases/${late}`);
    await waitFor(async () => (await read()).status === 200, { describe: 'the case' });
    const given = { as: 'supervisor', language, path: `cases/${late}`, refusals } as const;
    await tests.visit(given, async ({ page, texts }) => {
      const { why, printFor, lateSoFar } = texts.casePage.clocks;
      const [said = ''] = lateSoFar.split('{{span}}');
      await page.getByRole('button', { name: why }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('row').last().getByText(said).waitFor();
      await dialog.getByRole('link', { name: printFor.staff }).waitFor();
      const link = dialog.getByRole('link', { name: printFor.customer });
      const address = String(await link.getAttribute('href'));
      await page.goto(new URL(address, page.url()).href);
      await page.getByText(texts.casePage.print.isOfClock, { exact: true }).waitFor();
      await page.getByRole('row').last().getByText(said).waitFor();
    });
  },
  180_000,
);
