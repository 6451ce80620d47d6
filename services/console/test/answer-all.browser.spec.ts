import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { choose } from './fill-forms.js';
import { filled } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const caseOf = async (id: string) =>
  (await tests.product.call('supervisor', 'GET', `/api/v1/cases/${id}`)).body;
const dialog = (page: Page) => page.getByRole('dialog');

describe('customers of a mass incident', () => {
  it('are answered but for those of customers whom nobody knows, and who is to be called is told', async () => {
    const { product } = tests;
    const [known, called] = ['13900007781', '13900007782'].map((phone) => ({
      name: '陆女士',
      phone,
    }));
    const complaints = [
      { channel: 'app', customer: known },
      { channel: 'app', customer: { anonymous: true } },
      { channel: 'phone', customer: called },
      { channel: 'app', customer: known },
    ];
    const filed = await Promise.all(
      complaints.map((one) =>
        product.call('agent', 'POST', '/api/v1/complaints', { ...sampleComplaint, ...one }),
      ),
    );
    const [stands, member, third, ended] = filed.map(({ body }) => String(body['caseId']));
    for (const id of [stands!, member!, third!, ended!]) {
      await waitFor(async () => (await caseOf(id))['number'] !== undefined, { describe: 'a case' });
      if (id === stands) continue;
      const join = `/api/v1/cases/${id}/commands/join-incident`;
      await product.call('supervisor', 'POST', join, { incident: stands });
    }
    const withdraw = `/api/v1/cases/${ended}/commands/withdraw`;
    await product.call('supervisor', 'POST', withdraw, { channel: 'phone' });
    const { number } = await caseOf(member!);
    const over = String((await caseOf(ended!))['number']);
    await tests.visit(
      { as: 'supervisor', path: `board/incidents/${stands}` },
      async ({ page, texts: { board } }) => {
        const { title, submit_one, nameless_one, text, handedOver, haveLeft } = board.answers;
        const { others_one, byWay, byCall } = board.answers;
        await page.getByText(filled(board.incidents.total, { all: '4', seen: '4' })).waitFor();
        await page.getByRole('button', { name: title }).click();
        const status = board.status.withdrawn;
        const out = filled(board.answers.ended, {
          cases: filled(board.answers.endedOne, { number: over, status }),
        });
        await dialog(page).getByText(out).waitFor();
        const left = filled(nameless_one, { count: '1', numbers: String(number) });
        await dialog(page).getByText(left).waitFor();
        const ways = filled(byWay, { way: board.channel.phone, n: '1' });
        const others = dialog(page).getByLabel(filled(others_one, { count: '1', ways }));
        await choose(page, others, byCall);
        await dialog(page).getByLabel(text, { exact: true }).fill('已通水。');
        await dialog(page)
          .getByRole('button', { name: filled(submit_one, { count: '1' }) })
          .click();
        await dialog(page)
          .getByText(filled(handedOver, { done: '1', refused: '0' }))
          .waitFor();
        await dialog(page).getByText(left).waitFor();
        await dialog(page).getByText(out).waitFor();
        await dialog(page).getByText('13900007782', { exact: true }).waitFor();
        // The ten seconds in which it could be taken back.
        await dialog(page).getByText(haveLeft).waitFor({ timeout: 60_000 });
        await page.keyboard.press('Escape');
        // The page goes on saying who is to be called, until that is recorded.
        const { untold_one, whomToCall, copyFor } = board.answers;
        await page.getByRole('button', { name: whomToCall }).click();
        await page.getByText('13900007782', { exact: true }).waitFor();
        const phoned = String((await caseOf(third!))['number']);
        await page.getByRole('button', { name: filled(copyFor, { number: phoned }) }).waitFor();
        const record = `/api/v1/cases/${third}/commands/record-contact`;
        const contact = { channel: 'phone', direction: 'outbound' };
        await product.call('agent', 'POST', record, contact);
        await page.getByText(filled(untold_one, { count: '1', numbers: String(number) })).waitFor();
      },
    );
  });

  it('are told before an answer that no mail can be sent, and are not counted as reached', async () => {
    const { product } = tests;
    const filed = await Promise.all(
      ['mail-one', 'mail-two'].map((name, at) =>
        product.call('agent', 'POST', '/api/v1/complaints', {
          ...{ ...sampleComplaint, channel: 'email' },
          customer: { name, phone: `1390000777${at}`, email: `${name}@example.com` },
        }),
      ),
    );
    expect(filed.map(({ status }) => status)).toEqual([201, 201]);
    const [stands, member] = filed.map(({ body }) => String(body['caseId']));
    for (const id of [stands!, member!]) {
      await waitFor(async () => (await caseOf(id))['number'] !== undefined, { describe: 'a case' });
    }
    const join = `/api/v1/cases/${member}/commands/join-incident`;
    const joined = await product.call('supervisor', 'POST', join, { incident: stands });
    expect(joined.status).toBe(200);
    await tests.visit(
      { as: 'supervisor', path: `board/incidents/${stands}` },
      async ({ page, texts: { board } }) => {
        const { title, submit_one, submit_other, way, textHint, mailNotHere } = board.answers;
        const { noMail_other, others_other, byCall, needOthers } = board.answers;
        const total = { all: '2', seen: '2' };
        await page.getByText(filled(board.incidents.total, total)).waitFor();
        await page.getByRole('button', { name: title }).click();
        await dialog(page)
          .getByText(filled(noMail_other, { count: '2' }))
          .waitFor();
        await dialog(page)
          .getByText(filled(textHint, { own: '{name} {number}' }), { exact: true })
          .waitFor();
        const send = (n: string) =>
          dialog(page).getByRole('button', {
            name: filled(n === '1' ? submit_one : submit_other, { count: n }),
          });
        // Asked before anything is sent, and not refused afterwards.
        const mails = filled(board.answers.byWay, { way: board.channel.email, n: '2' });
        const others = dialog(page).getByLabel(filled(others_other, { count: '2', ways: mails }));
        await dialog(page).getByLabel(board.answers.text, { exact: true }).fill('已通水。');
        await send('0').click();
        await dialog(page).getByText(needOthers, { exact: true }).waitFor();
        await choose(page, others, byCall);
        expect(await send('0').isDisabled()).toBe(true);
        // Why it is, and whom somebody has to ring.
        const { callsOnly } = board.answers;
        await dialog(page).getByText(callsOnly, { exact: true }).waitFor();
        await dialog(page).getByText('13900007771', { exact: true }).waitFor();
        const listOpen = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
        await listOpen.waitFor({ state: 'detached' });
        await dialog(page).getByLabel(way, { exact: true }).click();
        const mail = listOpen.locator('.ant-select-item-option').filter({ hasText: mailNotHere });
        expect(await mail.getAttribute('aria-disabled')).toBe('true');
        await listOpen.getByTitle(board.channel.app, { exact: true }).click();
        await send('2').waitFor();
        expect(await send('2').isDisabled()).toBe(false);
      },
    );
  });
});
