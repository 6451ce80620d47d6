import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { waitFor } from '#testing';
import { givenCases } from './given-cases.js';
import { laptop, looks, phone, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { lookAt } from './look-at.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

const statements = {
  'zh-CN': '壁挂炉维修三次仍不点火，要求更换，否则投诉到监管部门',
  en: 'Three repairs and the boiler still does not light: I want another one, or I write to the regulator',
};

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
describe.each(looks)('a picture of, in $language, $theme', (one) => {
  it('a case, and the form filled in while somebody calls', async () => {
    const visiting = { ...one, as: 'agent', size: laptop, refusals };
    await tests.visit(visiting, async (visit) => {
      const { page, texts, open, settle } = visit;
      await open(`cases/${cases[2]}`);
      await lookAt('case', visit);
      await open('desk');
      await page.locator('#desk-phone').fill('13733334444');
      await page.locator('#desk-statement').fill(statements[visit.language]);
      const found = () => visit.watch.asked.some((line) => line.endsWith('/complaints/repeats'));
      await waitFor(found, { describe: 'what stands beside the form' });
      // Until then what stands beside it may be of the draft before.
      await page.getByText(texts.common.draft.waiting).waitFor({ state: 'hidden' });
      await settle();
      await lookAt('intake', visit);
      // The draft is kept on the server: the next picture of the desk is without it.
      const clear = page.getByRole('button', { name: spaced(texts.desk.intake.clear) });
      await clear.click();
      await page.locator('.ant-popconfirm').locator(clear).click();
      await waitFor(async () => (await page.locator('#desk-phone').inputValue()) === '', {
        describe: 'the form to be empty',
      });
      await settle();
    });
  });

  it('the board on a phone', async () => {
    await tests.visit({ ...one, as: 'supervisor', path: 'board', size: phone }, (visit) =>
      lookAt('board-phone', visit),
    );
  });
});
