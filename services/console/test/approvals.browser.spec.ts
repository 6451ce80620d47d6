import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { languages } from './looks.js';
import { givenCases } from './given-cases.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

/** A case without a draft answers so. */
const noDraft = /^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/;
let tests: TestConsole;
let id: string;
beforeAll(async () => {
  tests = await openTestConsole();
  const { product } = tests;
  const policy = { ...defaultPolicy, fourEyes: [{ command: 'amend-codes' }] };
  expect((await product.call('manager', 'PUT', '/api/v1/policies', policy)).status).toBe(200);
  id = (await givenCases(product))[0]!;
  const right = { category: 'leak', product: 'meter', reason: 'misheard' };
  const path = `/api/v1/cases/${id}/commands/amend-codes`;
  expect((await product.call('agent', 'POST', path, right)).status).toBe(202);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const changed = { 'zh-CN': '账单 → 泄漏', en: 'Billing → Leak' };

describe('a correction that waits for a second person', () => {
  it.each(languages)(
    'says what the codes are and what they would be, in %s',
    async (language) => {
      const visit = { as: 'supervisor', language, path: 'board/approvals' };
      await tests.visit(visit, async ({ page, texts: { board } }) => {
        const { approvals } = board;
        await page.getByText(approvals.commands['amend-codes']).waitFor();
        await page.getByRole('button', { name: approvals.review }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(/ → /).first().waitFor();
        const shown = await dialog.getByText(/ → /).allTextContents();
        expect(shown).toEqual([
          changed[language],
          expect.stringContaining(`${approvals.noProduct} → `),
        ]);
        await dialog.getByText(approvals.reasons.misheard).waitFor();
      });
    },
    180_000,
  );

  it.each(languages)(
    'says the same on the page of its case, in %s',
    async (language) => {
      const path = `cases/${id}`;
      const visit = { as: 'supervisor', language, path, refusals: [noDraft] };
      await tests.visit(visit, async ({ page, texts: { board, casePage } }) => {
        const waiting = page.getByRole('region', { name: casePage.waiting.title });
        await waiting.getByText(changed[language]).waitFor();
        const product = `${board.approvals.noProduct} → `;
        expect(await waiting.getByText(/ → /).allTextContents()).toEqual([
          changed[language],
          expect.stringContaining(product),
        ]);
      });
    },
    180_000,
  );
});

describe('a complaint that triage made a major one', () => {
  beforeAll(async () => {
    const path = `/api/v1/cases/${id}/commands/triage`;
    const body = { complaintTier: 'major' };
    expect((await tests.product.call('supervisor', 'POST', path, body)).status).toBe(200);
  }, 60_000);

  it.each(languages)(
    'leads from its page to its room and back, and agents to no room, in %s',
    async (language) => {
      const visit = { language, path: `cases/${id}`, refusals: [noDraft] };
      await tests.visit({ ...visit, as: 'supervisor' }, async ({ page, texts }) => {
        const { board, casePage } = texts;
        await page.getByRole('link', { name: casePage.page.room }).click();
        await page.waitForURL(`**/app/board/major/${id}`);
        await page.getByRole('link', { name: board.case.open }).click();
        await page.waitForURL(`**/app/cases/${id}`);
      });
      await tests.visit({ ...visit, as: 'agent' }, async ({ page, texts: { casePage } }) => {
        await page.getByText(casePage.codes.major, { exact: true }).first().waitFor();
        expect(await page.getByRole('link', { name: casePage.page.room }).count()).toBe(0);
      });
    },
    180_000,
  );
});
