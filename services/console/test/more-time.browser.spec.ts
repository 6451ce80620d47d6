import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { filled, languages, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
/** Of normal severity, so that their policy allows more time. */
const extended: string[] = [];
/** Of which nobody has asked for more time yet. */
const others: string[] = [];
async function askForMore(id: string, note?: string): Promise<void> {
  const path = `/api/v1/cases/${id}/commands/request-extension`;
  const body = { kind: 'statutory', reason: 'complex-facts', ...(note && { note }) };
  const asked = await tests.product.call('admin', 'POST', path, body);
  expect(asked).toMatchObject({ status: 200 });
}
beforeAll(async () => {
  tests = await openTestConsole();
  const { product } = tests;
  for (const ids of [await givenCases(product), await givenCases(product)]) {
    others.push(ids[0]!, ids[3]!);
  }
  extended.push(...others.splice(0, 2));
  for (const id of extended) await askForMore(id);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];

describe('whoever gives more time', () => {
  it.each(spoken)(
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
        // The customer complained by phone: that is how they are told, unless somebody says otherwise.
        await drawer
          .locator('.ant-select')
          .getByText(codes.phone, { exact: true })
          .first()
          .waitFor();

        await drawer.getByLabel(fields.text, { exact: true }).fill('   ');
        await drawer.getByRole('button', { name }).click();
        await drawer.getByText(form.required.replace('{{field}}', fields.text)).waitFor();
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

describe('whoever asks for more time', () => {
  it.each(spoken)(
    'reads of each clock what it can have, or why it can have none, in %s',
    async (language) => {
      const path = `cases/${others[languages.indexOf(language)]}`;
      await tests.visit({ as: 'agent', language, path, refusals }, async ({ page, texts }) => {
        const { actions, commands, fields, form, codes } = texts.casePage;
        await page.getByRole('button', { name: actions.more }).click();
        await page.getByRole('menuitem', { name: commands['request-extension'] }).click();
        const drawer = page.getByRole('dialog');
        await drawer.getByLabel(fields.clockId, { exact: true }).click();
        const options = page.locator('.ant-select-dropdown .ant-select-item-option');
        const by = filled(form.more['calendar-days'], { n: '30' });
        const more = filled(form.clockMore, { clock: codes.statutory, by });
        const never = filled(form.noMore.never, { clock: codes.resolution });
        await options.filter({ hasText: more }).waitFor();
        const refused = options.filter({ hasText: never });
        expect(await refused.getAttribute('aria-disabled')).toBe('true');
        expect(await options.first().textContent()).toBe(more);
      });
    },
    180_000,
  );
});

describe('requests for more time', () => {
  it.each(spoken)(
    'are among the approvals as they come, and are decided there, in %s',
    async (language) => {
      const { product } = tests;
      const id = others[languages.indexOf(language)]!;
      const clockOf = async () => {
        const { body } = await product.call('admin', 'GET', `/api/v1/cases/${id}`);
        const clocks = body['clocks'] as { kind: string; extensionRequestedBy?: string }[];
        return { number: body['number'], clock: clocks.find(({ kind }) => kind === 'statutory') };
      };
      const number = String((await clockOf()).number);
      const visited = { as: 'supervisor', language, path: 'board/approvals' } as const;
      await tests.visit(visited, async ({ page, texts }) => {
        const { extensions, extensionReason, refusalReason, channel, clock } = texts.board;
        const { body } = await product.call('supervisor', 'GET', '/api/v1/extension-requests');
        const waiting = (body['items'] as object[]).length;
        const count = page.locator('.board-count');
        const counts = async (n: number) => {
          const shown = n === 0 ? count : count.filter({ hasText: new RegExp(`^${n}$`, 'u') });
          await shown.waitFor({ state: n === 0 ? 'detached' : 'visible' });
        };
        const name = `${extensions.review} ${number} ${clock.statutory}`;
        const look = page.getByRole('button', { name });
        const dialog = page.getByRole('dialog');
        const open = async (note: string) => {
          await askForMore(id, note);
          await look.click();
          await dialog.getByText(note).waitFor();
          await dialog.getByText(extensionReason['complex-facts']).waitFor();
          await counts(waiting + 1);
        };
        const done = async () => {
          await dialog.waitFor({ state: 'detached' });
          await look.waitFor({ state: 'detached' });
          await counts(waiting);
        };

        await open('需等检测报告');
        await dialog.locator('.ant-segmented').getByText(extensions.refuse).click();
        const why = dialog.getByLabel(extensions.why, { exact: true });
        await choose(page, why, refusalReason['time-is-enough']);
        await dialog.getByRole('button', { name: spaced(extensions.refuse) }).click();
        await done();
        expect((await clockOf()).clock).not.toHaveProperty('extensionRequestedBy');

        await open('检测机构改期');
        const give = dialog.getByRole('button', { name: spaced(extensions.give) });
        await give.click();
        await dialog.getByText(extensions.needText).waitFor();
        const told = dialog.getByLabel(extensions.channel, { exact: true });
        await choose(page, told, channel.phone);
        await dialog.getByLabel(extensions.text, { exact: true }).fill('已告知客户延期三十天');
        await give.click();
        await done();
        expect((await clockOf()).clock).toMatchObject({ extensions: [{ days: 30 }] });
      });
    },
    180_000,
  );
});
