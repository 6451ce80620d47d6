import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { choose } from './fill-forms.js';
import { filled, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** What is kept while the complaint is filed under its key is refused. */
const refusals = [/^409 PUT \/api\/v1\/intake-draft$/];
const statement = '家里燃气表漏气，有味道';
/** A sign of danger that no closed case has told of. */
const unknown = '嘶嘶';
const suggestion = (category: string, confidence: number, term: string, weight: number) => ({
  ...{ category, confidence, terms: [{ term, weight }] },
});
/** As closed cases taught it: who says “at home” mostly complained of a bill, who says “leak” of a leak. */
const learned = [suggestion('billing', 0.94, '家里', 0.8), suggestion('leak', 0.06, '味道', 0.2)];
const ofDanger = [suggestion('billing', 0.6, '漏气', 0.1), suggestion('leak', 0.4, '漏气', 2.2)];

describe.each(spoken)('a complaint of danger, in %s', (language) => {
  it('is suggested as what danger speaks for, and says once it is filed who was alerted', async () => {
    const visit = { language, as: 'agent', path: 'desk', refusals };
    await tests.visit(visit, async ({ page, texts }) => {
      const { aid, category, sign, intake, filed, clear, stage } = texts.desk;
      await page.route('**/api/v1/complaints/suggest-category', async (route) => {
        const asked = route.request().postDataJSON() as { statement: string };
        const known = asked.statement === statement ? learned : ofDanger;
        const suggestions = asked.statement.includes(unknown) ? [] : known;
        await route.fulfill({ json: { learnedCases: 100, suggestions } });
      });
      await page.getByLabel(intake.anonymous).check();
      const panel = page.getByRole('region', { name: aid.category });
      await page.locator('#desk-statement').fill(`水表一直${unknown}响，有点声音`);
      const toJudge = panel.getByText(filled(category.dangerUnknown, { terms: unknown }));
      await toJudge.waitFor();
      expect(await panel.getByText(category.none).count()).toBe(0);
      await choose(page, page.locator('#desk-category'), intake.unclassified);
      await toJudge.waitFor({ state: 'hidden' });

      await page.locator('#desk-statement').fill(statement);
      await panel.getByText(filled(category.danger, { terms: '漏气' })).waitFor();
      const first = panel.getByRole('listitem').first();
      expect(await first.innerText()).not.toContain('%');
      expect(await panel.getByRole('listitem').nth(1).innerText()).toContain('94%');
      await panel.getByRole('listitem').nth(1).getByRole('button').click();

      const signs = page.getByRole('region', { name: aid.signs });
      await signs
        .getByRole('button', { name: spaced(sign.take) })
        .first()
        .click();
      const steps = page.getByRole('region', { name: clear.title }).getByRole('button');
      await steps.filter({ hasText: stage.resolve }).click();
      await page.locator('#desk-resolution').click();
      await page.keyboard.press('Control+Enter');

      const card = page.getByRole('status').filter({ hasText: filed.number });
      await card.getByText(filed.told.split('{{')[0]!.trim()).waitFor({ timeout: 30_000 });
      const current = steps.and(page.locator('[aria-current="step"]'));
      await waitFor(async () => (await current.innerText()).includes(stage.control), {
        describe: 'the first stage of the next complaint',
      });
    });
  }, 180_000);
});
