import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { givenCases } from './given-cases.js';
import { filled, spaced } from './looks.js';
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

describe('what the coach advises', () => {
  const unfinished = '我可以为您……';
  const visit = () => ({ as: 'agent', path: `cases/${cases[0]}`, refusals });

  it('is to be written where it has dots, and does not turn what was said into its opposite', async () => {
    await tests.visit(visit(), async ({ page, texts: { common } }) => {
      const text = page.locator('#reply-text');
      await text.fill('我不能今天处理');
      await page.getByText(filled(common.coach.write, { advised: unfinished })).waitFor();
      const paste = filled(common.coach.replace, { advised: unfinished });
      expect(await page.getByRole('button', { name: paste }).count()).toBe(0);
      expect(await text.inputValue()).toBe('我不能今天处理');
      await text.fill('');
    });
  }, 120_000);

  it('of a note is a hint beside it: what is quoted is none, and nothing stays behind', async () => {
    const timeline = `/api/v1/cases/${cases[0]}/timeline`;
    await tests.visit(visit(), async ({ page, texts: { common, casePage } }) => {
      await page.getByRole('tab', { name: casePage.note.title }).click();
      const note = page.locator('#note-text');
      await note.fill('客户说“我不能接受”，办不了也要答复');
      const hint = filled(common.coach.found, { phrase: '办不了' });
      await page.getByText(hint, { exact: true }).waitFor();
      const quoted = filled(common.coach.found, { phrase: '我不能' });
      // The message beside it may have hints of its own, out of sight.
      const composed = page.getByRole('tabpanel').filter({ has: note });
      expect(await composed.getByText(quoted, { exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: spaced(casePage.note.add) }).click();
      await waitFor(async () => (await note.inputValue()) === '', { describe: 'the note' });
      await page.getByText('办不了也要答复').first().waitFor();
      expect(await page.getByText(casePage.coach.afterwards).count()).toBe(0);
    });
    const { body } = await tests.product.call('agent', 'GET', timeline);
    const types = (body['items'] as { type: string }[]).map(({ type }) => type);
    expect(types).toContain('clearline.case.note-added.v1');
    expect(types).not.toContain('clearline.case.wording-flagged.v1');
  }, 120_000);
});

describe('a case that waits for another unit', () => {
  it('says so in its head, and is taken back by who asked', async () => {
    const id = cases[2]!;
    const asked = { to: 'south', reason: 'wrong-unit' };
    const path = `/api/v1/cases/${id}/commands/transfer`;
    expect((await tests.product.call('agent', 'POST', path, asked)).status).toBe(200);
    const visit = { as: 'agent', path: `cases/${id}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage } }) => {
      const takeBack = page.getByRole('button', {
        name: spaced(casePage.commands['withdraw-transfer']),
      });
      const waits = page.getByText(filled(casePage.page.asked, { unit: 'South' }));
      await waits.waitFor();
      await takeBack.first().click();
      const told = filled(casePage.form.takenBack, { to: 'South', unit: 'North' });
      await page.getByRole('dialog').getByText(told).waitFor();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: spaced(casePage.commands['withdraw-transfer']) })
        .click();
      await waits.waitFor({ state: 'detached' });
    });
    const { body } = await tests.product.call('agent', 'GET', `/api/v1/cases/${id}`);
    expect(body).toMatchObject({ unit: 'north', owner: 'a-001' });
  }, 120_000);
});
