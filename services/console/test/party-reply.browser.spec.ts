import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenCases } from './given-cases.js';
import { spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
  const [first] = cases;
  const tenant = { role: 'tenant', name: '租客小冯', phone: '15500001111', mayBeTold: true };
  const witness = { role: 'witness', name: '邻居老李', phone: '15500002222' };
  for (const party of [tenant, witness]) {
    const path = `/api/v1/cases/${first}/commands/name-party`;
    const { status } = await tests.product.call('supervisor', 'POST', path, party);
    expect(status).toBe(200);
  }
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const written = '冯先生，师傅今天下午三点到';

describe('a message to a party of the case', () => {
  it('is written to who may be told, and says so wherever it stands', async () => {
    const visit = { as: 'supervisor', path: `cases/${cases[0]}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage } }) => {
      const { reply, commands, events, codes } = casePage;
      const recipient = page.locator('#reply-recipient');
      await recipient.waitFor();
      await recipient.click({ force: true });
      const option = (name: string) => page.locator('.ant-select-item-option', { hasText: name });
      await option('邻居老李').waitFor();
      const silent = option('邻居老李');
      expect(await silent.getAttribute('class')).toContain('disabled');
      expect(await silent.textContent()).toContain(reply.mayNotBeTold);
      await option('租客小冯').click();

      await page.locator('#reply-text').fill(written);
      await page.getByRole('button', { name: spaced(reply.record) }).click();
      const takeBack = page.getByRole('button', { name: spaced(commands['undo-message']) });
      await takeBack.waitFor();
      const named = reply.party.replace('{{name}}', '租客小冯').replace('{{role}}', codes.tenant);
      const held = reply.notedFor
        .replace('{{kind}}', codes.acknowledgement)
        .replace('{{channel}}', codes.phone)
        .replace('{{name}}', named);
      await page.getByText(held).waitFor();
      await takeBack.click();
      const undone = events.case['party-message-undone'].replace('{{recipient}}', '租客小冯');
      await page.getByText(undone).waitFor();
    });
  }, 180_000);

  it('is not asked about where nobody else takes part', async () => {
    const visit = { as: 'supervisor', path: `cases/${cases[1]}`, refusals };
    await tests.visit(visit, async ({ page }) => {
      await page.locator('#reply-text').waitFor();
      expect(await page.locator('#reply-recipient').count()).toBe(0);
    });
  }, 180_000);
});
