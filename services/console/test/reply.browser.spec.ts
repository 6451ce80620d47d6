import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { givenCases } from './given-cases.js';
import { spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const written = '师傅今天下午三点到';

describe('a message to a customer', () => {
  it('is said to be on its way once it can be taken back, and is taken back', async () => {
    const visit = { as: 'supervisor', path: `cases/${cases[0]}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage } }) => {
      const { reply, commands, actions } = casePage;
      const text = page.locator('#reply-text');
      const takeBack = page.getByRole('button', { name: spaced(commands['undo-message']) });
      await text.fill(written);

      // What was settled comes late, as it does on a busy machine.
      let goOn = () => {};
      const late = new Promise<void>((resolve) => (goOn = resolve));
      const settled = '**/api/v1/cases/*/resolution';
      await page.route(settled, async (route) => {
        await late;
        await route.continue();
      });
      await text.press('Control+Enter');
      await waitFor(async () => (await text.inputValue()) === '', { describe: 'its sending' });
      expect(await page.getByText(reply.recorded).count()).toBe(0);

      goOn();
      // By phone nothing leaves: it is recorded.
      await page.getByText(reply.recorded).waitFor();
      expect(await takeBack.isVisible()).toBe(true);
      await page.unroute(settled);

      await takeBack.click();
      await page.getByText(actions.undone).waitFor();
      expect(await text.inputValue()).toBe(written);
    });
  }, 180_000);
});
