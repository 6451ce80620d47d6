import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
/** Of normal severity, so that their policy allows more time. */
const extended: string[] = [];
beforeAll(async () => {
  tests = await openTestConsole();
  const { product } = tests;
  const ids = await givenCases(product);
  for (const id of [ids[0]!, ids[3]!]) {
    const path = `/api/v1/cases/${id}`;
    const { version } = (await product.call('admin', 'GET', path)).body;
    const body = { expectedVersion: version, kind: 'statutory', reason: 'complex-facts' };
    const asked = await product.call('admin', 'POST', `${path}/commands/request-extension`, body);
    expect(asked).toMatchObject({ status: 200 });
    extended.push(id);
  }
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];

describe('whoever gives more time', () => {
  it.each(languages)(
    'is asked for the notice to the customer before anything is sent, in %s',
    async (language) => {
      const path = `cases/${extended[languages.indexOf(language)]}`;
      await tests.visit({ as: 'supervisor', language, path, refusals }, async (visit) => {
        const { page, texts, watch } = visit;
        const { commands, fields, codes, form } = texts.casePage;
        const name = spaced(commands['approve-extension']);
        await page.getByRole('button', { name }).first().click();
        const drawer = page.getByRole('dialog');
        await drawer.getByText(form.noticeWhy).waitFor();
        for (const field of ['channel', 'text'] as const) {
          const input = drawer.getByLabel(fields[field], { exact: true });
          expect(await input.getAttribute('aria-required')).toBe('true');
        }

        await drawer.getByLabel(fields.text, { exact: true }).fill('   ');
        await drawer.getByRole('button', { name }).click();
        for (const field of ['channel', 'text'] as const) {
          await drawer.getByText(form.required.replace('{{field}}', fields[field])).waitFor();
        }
        const sent = () => watch.asked.filter((line) => line.endsWith('/approve-extension'));
        expect(sent()).toEqual([]);

        await choose(page, drawer.getByLabel(fields.channel, { exact: true }), codes.phone);
        await drawer.getByLabel(fields.text, { exact: true }).fill('需要更多时间查明');
        await drawer.getByRole('button', { name }).click();
        await drawer.waitFor({ state: 'detached' });
      });
    },
    180_000,
  );
});
