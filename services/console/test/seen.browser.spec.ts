import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { givenCases } from './given-cases.js';
import { filled, languages, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
let ids: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  ids = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
/** So low that nothing of the timeline is in sight. */
const low = { width: 1440, height: 320 };

const command = (as: string, id: string, name: string, body: object) =>
  tests.product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);

/** The server knows that the agent has read all of a case. */
async function untilRead(id: string): Promise<void> {
  const { database } = tests.product.services.runtimes.get('escalation')!;
  const isRead = async () => {
    const { body } = await tests.product.call('agent', 'GET', `/api/v1/cases/${id}`);
    const [row] = await database.query<{ upTo: number }>(
      `select up_to as "upTo" from case_seen where case_id = $1 and viewer = 'agent'`,
      [id],
    );
    return row?.upTo === body['version'];
  };
  await waitFor(isRead, { timeoutMs: 20_000, describe: 'what was read on the server' });
}

describe('what somebody has read of a case', () => {
  it.each(spoken)(
    'is read on their other devices too, and nothing else is, in %s',
    async (language) => {
      const id = ids[languages.indexOf(language)]!;
      const visit = { as: 'agent', language, path: `cases/${id}`, refusals };
      // Each visit is a browser of its own.
      await tests.visit(visit, async ({ page }) => {
        await page.locator('.case-entry').first().waitFor();
        await untilRead(id);
      });
      const note = `read me, ${language}`;
      expect((await command('supervisor', id, 'add-note', { text: note })).status).toBe(200);

      await tests.visit({ ...visit, size: low }, async ({ page, texts }) => {
        const { reply, timeline } = texts.casePage;
        const held = page.getByRole('alert').filter({
          hasText: filled(reply.unread_one, { count: '1' }),
        });
        await held.waitFor();
        const entry = page.locator('.case-entry').filter({ hasText: note });
        await entry.getByText(timeline.unread, { exact: true }).waitFor();
        await page.locator('#reply-text').fill('We are looking into it.');
        const send = page.locator('.case-send').getByRole('button');
        expect(await send.isDisabled()).toBe(true);
        await held.getByRole('button', { name: spaced(reply.haveRead) }).click();
        await held.waitFor({ state: 'detached' });
        await waitFor(async () => send.isEnabled(), { describe: 'a reply that may be sent' });
        await page.locator('#reply-text').fill('');
        await untilRead(id);
        // What a colleague does to its clocks comes without a reload, and is read before anything is sent.
        const pause = await command('supervisor', id, 'pause', { reason: 'awaiting-customer' });
        expect(pause.status).toBe(200);
        // Each of its clocks says so.
        const unread = page.getByRole('alert').filter({
          has: page.getByRole('button', { name: spaced(reply.haveRead) }),
        });
        await unread.waitFor();
        expect((await command('supervisor', id, 'resume', {})).status).toBe(200);
      });

      await tests.visit(visit, async ({ page, texts, settle }) => {
        const { timeline } = texts.casePage;
        const entry = page.locator('.case-entry').filter({ hasText: note });
        await entry.waitFor();
        await settle();
        for (const tag of [timeline.unread, timeline.new]) {
          expect(await entry.getByText(tag, { exact: true }).count()).toBe(0);
        }
      });
    },
    180_000,
  );

  it.each(spoken)(
    'is printed with the facts of each entry, and without notes where that is asked for, in %s',
    async (language) => {
      const id = ids.at(-1)!;
      const note = `among ourselves, ${language}`;
      expect((await command('supervisor', id, 'add-note', { text: note })).status).toBe(200);
      const path = `cases/${id}/print?for=staff`;
      await tests.visit({ as: 'agent', language, path }, async ({ page, texts }) => {
        const { notesLeftOut, withoutNotes } = texts.casePage.print;
        const printed = page.locator('.case-print .case-entry').filter({ hasText: note });
        await printed.waitFor();
        await page.locator('.case-print-facts').first().waitFor();
        await page.getByRole('checkbox', { name: withoutNotes }).click();
        await printed.waitFor({ state: 'detached' });
        await page.getByText(notesLeftOut).waitFor();
        await page.reload();
        await page.getByText(notesLeftOut).waitFor();
        expect(await printed.count()).toBe(0);
      });
    },
    60_000,
  );
});
