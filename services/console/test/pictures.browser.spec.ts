import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { demoAccounts } from '../../standalone/src/demo-data.js';
import { givenCases } from './given-cases.js';
import { looks, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import { readMenu } from './shell-parts.js';
import { takePicture } from './take-picture.js';

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
const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** An empty page of that size is a tenth of it. */
const leastBytes = 12_000;

/** Parts of a screen, beside the one that its address opens. */
const partsOf: Record<string, readonly string[]> = {
  supervisor: ['overdue', 'approvals', 'duty', 'major', 'incidents'].map((one) => `board/${one}`),
  admin: ['health', 'failures', 'audit', 'users'].map((one) => `administration/${one}`),
};

/** Under that name; what is shown fits its window and is not empty. */
async function look(name: string, visit: Visit): Promise<void> {
  const { page } = visit;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const beyond = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect({ name, beyond }).toEqual({ name, beyond: 0 });
  const file = await takePicture(name, visit);
  expect({ name, isEmpty: statSync(file).size < leastBytes }).toEqual({ name, isEmpty: false });
}

describe.each(looks)('a picture of, in $language, $theme', (one) => {
  it.each(demoAccounts.map(({ username }) => username))(
    'every screen that %s has',
    async (as) => {
      await tests.visit({ ...one, as, size: laptop }, async (visit) => {
        const menu = await readMenu(visit.page);
        const parts = partsOf[as] ?? [];
        for (const address of [...menu, ...parts]) {
          await visit.open(address);
          await look(`${as}-${address}`, visit);
        }
      });
    },
    540_000,
  );

  it('a case, and the form filled in while somebody calls', async () => {
    const visiting = { ...one, as: 'agent', size: laptop, refusals };
    await tests.visit(visiting, async (visit) => {
      const { page, texts, open, settle } = visit;
      await open(`cases/${cases[2]}`);
      await look('case', visit);
      await open('desk');
      await page.locator('#desk-phone').fill('13733334444');
      await page.locator('#desk-statement').fill(statements[visit.language]);
      const found = () => visit.watch.asked.some((line) => line.endsWith('/complaints/repeats'));
      await waitFor(found, { describe: 'what stands beside the form' });
      await settle();
      await look('intake', visit);
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
      look('board-phone', visit),
    );
  });
});
