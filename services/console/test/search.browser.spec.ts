import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { fiveSecondPolicy, sampleComplaint } from '../../standalone/test/samples.js';
import { filled, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

const spoken = spokenIn(import.meta.filename);

const said = '燃气表读数与账单不符';
const found: Record<'late' | 'other', { id: string; number: string }> = {
  late: { id: '', number: '' },
  other: { id: '', number: '' },
};

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  const { product } = tests;
  await product.call('manager', 'PUT', '/api/v1/policies', fiveSecondPolicy());
  found.late = await file({});
  found.other = await file({ severity: 'critical' });
  await waitFor(
    async () => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/cases?overdue=true');
      return (body['items'] as { id: string }[]).some(({ id }) => id === found.late.id);
    },
    { timeoutMs: 60_000, describe: 'the breach' },
  );
}, 180_000);
afterAll(() => tests?.close(), 60_000);

async function file(changes: object) {
  const { product } = tests;
  const body = { ...sampleComplaint, statement: said, ...changes };
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
  const [id, number] = [String(filed.body['caseId']), String(filed.body['number'])];
  const isOpen = async () =>
    (await product.call('admin', 'GET', `/api/v1/cases/${id}`)).status === 200;
  await waitFor(isOpen, { describe: 'the case' });
  return { id, number };
}

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const beginOf = (text: string) => filled(text, { span: '' }).trim();

describe.each(spoken)('what a search finds, in %s', (language) => {
  it('is listed with its status, its owner and what is overdue or due next', async () => {
    const visit = { as: 'agent', path: `cases?q=${encodeURIComponent(said)}`, language };
    await tests.visit(visit, async (shown) => {
      const { page, texts } = shown;
      const rowOf = ({ number }: { number: string }) =>
        page.locator('.case-row').filter({ hasText: number });
      for (const [one, span] of [
        [found.late, texts.common.time.overdueBy],
        [found.other, texts.common.time.left],
      ] as const) {
        const row = rowOf(one);
        await row.getByText(texts.casePage.codes.open, { exact: true }).waitFor();
        await row.getByText('agent', { exact: true }).waitFor();
        await row.getByText(texts.casePage.codes.control, { exact: true }).waitFor();
        await row.getByText(said).waitFor();
        await row.getByText(beginOf(span)).waitFor();
      }
      await takePicture('search-found', shown);
    });
  }, 60_000);

  it('is offered with the same where a case is named', async () => {
    const visit = { as: 'supervisor', path: `cases/${found.other.id}`, language, refusals };
    await tests.visit(visit, async (shown) => {
      const { page, texts } = shown;
      const { actions, commands, fields } = texts.casePage;
      await page.getByRole('button', { name: actions.more }).click();
      await page.getByRole('menuitem', { name: spaced(commands.merge) }).click();
      const field = page.getByRole('dialog').getByLabel(fields.into, { exact: true });
      await field.fill(said);
      const option = page.locator('.ant-select-item-option').filter({ hasText: found.late.number });
      await option.getByText(texts.casePage.codes.open, { exact: true }).waitFor();
      await option.getByText('agent', { exact: true }).waitFor();
      await option.getByText(beginOf(texts.common.time.overdueBy)).waitFor();
      await takePicture('search-offered', shown);
      await option.click();
      expect(await field.inputValue()).toBe(found.late.number);
    });
  }, 60_000);
});
