import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';

let tests: TestConsole;
let ids: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  ids = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const noDraft = /^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/;
const stale = /^409 POST \/api\/v1\/cases\/[\w-]+\/commands\/record-contact$/;

const drawerOf = ({ page }: Visit) => page.getByRole('dialog');

/** Takes a contact down up to the button that gives it. */
async function fillContact(visit: Visit, note: string): Promise<void> {
  const { page, texts } = visit;
  const { commands, fields, codes } = texts.casePage;
  const field = (name: keyof typeof fields) =>
    drawerOf(visit).getByLabel(fields[name], { exact: true });
  await page.getByRole('button', { name: spaced(commands['record-contact']) }).click();
  await choose(page, field('channel'), codes.phone);
  await choose(page, field('direction'), codes.outbound);
  await field('note').fill(note);
}

const give = (visit: Visit) =>
  drawerOf(visit)
    .getByRole('button', { name: spaced(visit.texts.casePage.commands['record-contact']) })
    .click();

describe('two supervisors at one case', () => {
  it.each(languages)(
    'are told what the other did, and lose nothing, in %s',
    async (language) => {
      const path = `cases/${ids[languages.indexOf(language)]}`;
      const refusals = [noDraft, stale];
      await tests.visit({ as: 'supervisor', language, path, refusals }, async (slow) => {
        const { page, texts, watch } = slow;
        await fillContact(slow, 'called back, nobody there');
        await tests.visit({ as: 'admin', language, path, refusals }, async (quick) => {
          await fillContact(quick, 'the customer has called again');
          await give(quick);
          await drawerOf(quick).waitFor({ state: 'detached' });
        });
        expect(watch.asked.filter((line) => line.endsWith('/record-contact'))).toEqual([]);

        await give(slow);
        const told = drawerOf(slow).getByRole('alert').filter({
          hasText: texts.casePage.changed.title,
        });
        await told.getByRole('listitem').filter({ hasText: 'admin' }).first().waitFor();
        const note = drawerOf(slow).getByLabel(texts.casePage.fields.note, { exact: true });
        expect(await note.inputValue()).toBe('called back, nobody there');

        await told.getByRole('button', { name: spaced(texts.casePage.changed.accept) }).click();
        await told.waitFor({ state: 'detached' });
        await give(slow);
        await drawerOf(slow).waitFor({ state: 'detached' });
        for (const words of ['called back, nobody there', 'the customer has called again']) {
          await page.getByText(words).first().waitFor();
        }
      });
    },
    360_000,
  );
});
