import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { hostileTexts } from './hostile-texts.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

const refusals = [
  /^422 (?:GET|POST|PUT) \/api\/v1\//,
  /^404 GET \/api\/v1\/cases\/[\w-]+(?:\/(?:note-)?draft)?$/,
  // What is kept while it is filed comes too late.
  /^409 PUT \/api\/v1\/intake-draft$/,
];
/** Of each stage that asks for text: the fields it is written into. */
const fieldsOf = {
  listen: ['facts', 'place', 'remedy-sought'],
  establish: ['restatement'],
  apologise: ['apology', 'remedy-offered'],
  resolve: ['resolution', 'cause', 'prevention'],
} as const;

/** Writes it into every field of the form that takes text. */
async function fillAll({ page, texts }: Visit, text: string): Promise<void> {
  const write = async (name: string) => {
    const field = page.locator(`#desk-${name}`);
    await field.fill(text);
    const most = Number((await field.getAttribute('maxlength')) ?? Infinity);
    expect(await field.inputValue()).toBe(text.slice(0, most));
  };
  for (const name of ['phone', 'name', 'statement']) await write(name);
  for (const [stage, names] of Object.entries(fieldsOf)) {
    const title = texts.desk.stage[stage as keyof typeof fieldsOf];
    await page.getByRole('button', { name: new RegExp(`^${title}`, 'u') }).click();
    for (const name of names) await write(name);
  }
}

describe('a hostile text in a complaint', () => {
  it.each(hostileTexts)(
    'does nothing in any field of the form: $title',
    async ({ text: pasted }) => {
      // No browser hands half a letter over.
      const text = pasted.toWellFormed();
      await tests.visit({ as: 'agent', path: 'desk', refusals }, async (visit) => {
        const { page, texts, watch, settle } = visit;
        const form = page.locator('#desk-statement');
        await fillAll(visit, text);
        await choose(page, page.locator('#desk-category'), 'Billing');
        await form.press('Control+Enter');
        await page.getByText(texts.desk.lack.phone).waitFor();
        expect(watch.asked).not.toContain('POST /api/v1/complaints');

        await page.locator('#desk-phone').fill('13900003333');
        await settle();
        await form.press('Control+Enter');
        const filed = page.getByRole('status').filter({ hasText: texts.desk.filed.number });
        const refused = page.getByRole('alert');
        await filed.or(refused).first().waitFor();
        expect(await page.evaluate('document.querySelectorAll("#root img[src=x]").length')).toBe(0);
        if ((await filed.count()) === 0) {
          expect(await form.inputValue()).toBe(text);
          return;
        }
        await filed.getByRole('link', { name: texts.desk.filed.open }).click();
        await page.locator('.case-page').waitFor();
        await settle();
        const main = await page.getByRole('main').textContent();
        expect(main).toContain(text.slice(0, 200).trim());
        expect(await page.evaluate('document.querySelectorAll("#root img[src=x]").length')).toBe(0);
      });
    },
    240_000,
  );
});
