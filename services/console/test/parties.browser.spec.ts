import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { filled, languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const phone = '15500001111';

describe('who takes part beside the customer', () => {
  it.each(languages.map((language, index) => [language, index] as const))(
    'is added, changed and removed from the keyboard, in %s',
    async (language, index) => {
      const path = `cases/${cases[index]}`;
      await tests.visit({ as: 'supervisor', path, language, refusals }, async (visit) => {
        const { page, texts } = visit;
        const { parties, commands, codes, fields, reply, form } = texts.casePage;
        const card = page.getByRole('region', { name: parties.title });
        const drawer = page.getByRole('dialog');
        const press = (name: string) =>
          card.getByRole('button', { name: spaced(name) }).press('Enter');
        const send = (name: string) =>
          drawer.getByRole('button', { name: spaced(name) }).press('Enter');
        await card.getByText(parties.none).waitFor();

        await press(parties.add);
        await choose(page, drawer.locator('#role'), codes.tenant);
        await drawer.locator('#name').fill('租客小冯');
        await drawer.locator('#phone').fill(phone);
        await send(commands['name-party']);
        const name = filled(reply.party, { name: '租客小冯', role: codes.tenant });
        const item = card.getByRole('listitem', { name });
        await item.getByText(phone).waitFor();
        await item.getByText(reply.mayNotBeTold).waitFor();

        await press(parties.change);
        // What was said before stands there, and is kept.
        expect(await drawer.locator('#phone').inputValue()).toBe(phone);
        await drawer.getByLabel(fields.mayBeTold).press('Space');
        await send(parties.change);
        await item.getByText(parties.mayBeTold).waitFor();
        await item.getByText(phone).waitFor();
        await drawer.waitFor({ state: 'detached' });
        await takePicture('parties', visit);

        await press(commands['drop-party']);
        await send(commands['drop-party']);
        await drawer.getByText(filled(form.required, { field: fields.note })).waitFor();
        await drawer.locator('#note').fill('已搬走');
        await send(commands['drop-party']);
        await card.getByText(parties.none).waitFor();
        await page.getByText('已搬走').waitFor();
      });
    },
    240_000,
  );

  it('is shown to a manager without how they are reached, and changed by none', async () => {
    const path = `/api/v1/cases/${cases[2]}/commands/name-party`;
    const tenant = { role: 'tenant', name: '租客小冯', phone };
    expect((await tests.product.call('supervisor', 'POST', path, tenant)).status).toBe(200);
    const visit = { as: 'manager', path: `cases/${cases[2]}`, refusals };
    await tests.visit(visit, async ({ page, settle, texts: { casePage } }) => {
      const card = page.getByRole('region', { name: casePage.parties.title });
      await card.getByText('*******1111').waitFor();
      await settle();
      expect(await page.getByText(phone).count()).toBe(0);
      const change = card.getByRole('button', { name: spaced(casePage.parties.change) });
      expect(await change.count()).toBe(0);
    });
  }, 180_000);
});
