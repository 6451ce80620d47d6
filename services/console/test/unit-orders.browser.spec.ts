import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { waitFor } from '#testing';
import { findBarriers } from './find-barriers.js';
import { filled, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** Nobody has begun to write of the case that is opened. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
const dueAt = () => new Date(Date.now() + 3_600_000).toISOString();

/** A case of a unit, which is asked for something; its number. */
async function openCase(organisation: string, by: string): Promise<{ id: string; number: string }> {
  const complaint = { ...sampleComplaint, organisation };
  const { body } = await tests.product.call(by, 'POST', '/api/v1/complaints', complaint);
  const id = String(body['caseId']);
  const isOpen = async () =>
    (await tests.product.call('admin', 'GET', `/api/v1/cases/${id}`)).status === 200;
  await waitFor(isOpen, { describe: 'the case' });
  return { id, number: String(body['number']) };
}

describe.each(spoken)('orders to the unit of an agent, in %s', (language) => {
  it('are told at the desk as they are given, listed, and gone once they are answered', async () => {
    const { id, number } = await openCase('south', 'supervisor');
    const command = (name: string, body: object) =>
      tests.product.call('supervisor', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    await tests.visit({ language, as: 'agent', path: 'desk', refusals }, async (visit) => {
      const { page, texts, settle } = visit;
      const { parts, orders } = texts.desk;
      const link = page.getByRole('navigation', { name: parts.label }).getByRole('link', {
        name: parts.orders,
      });
      await link.filter({ hasText: '0' }).waitFor();
      await settle();
      const text = '请派人上门核对';
      const given = await command('co-handle', { units: ['north'], dueAt: dueAt(), text });
      expect(given.status).toBe(200);
      const kind = orders.kind['co-handling'];
      const said = filled(orders.given, { unit: '', kind, number }).trim();
      await page.getByText(said).first().waitFor();
      await link.filter({ hasText: '1' }).waitFor();
      await takePicture('order-news', visit);

      await page.keyboard.press('d');
      await page.getByRole('heading', { name: orders.title }).waitFor();
      const row = page.getByRole('list', { name: orders.title }).getByRole('listitem');
      await row.getByRole('link', { name: number }).waitFor();
      // What is asked stands in the list, not only on the case.
      await row.getByText(text).waitFor();
      await settle();
      expect(await findBarriers(page)).toEqual([]);
      await takePicture('unit-orders', visit);

      // The case tells it among its clocks, with its own time limit.
      await row.getByRole('link', { name: number }).click();
      const [before, after] = texts.casePage.clocks.order.split('{{unit}}');
      const line = page.getByText(filled(before!, { kind })).filter({ hasText: after! });
      await line.first().waitFor();
      const [set] = texts.casePage.clocks.orderSet.split('{{at}}');
      await page.getByText(filled(set!, { who: 'supervisor' }).trim()).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: orders.title }).waitFor();

      const path = `/api/v1/cases/${id}/orders`;
      const { body } = await tests.product.call('agent', 'GET', path);
      const [{ id: orderId }] = body['orders'] as [{ id: string }];
      const answer = { orderId, answer: '已核对，读数相符' };
      expect((await command('answer-order', answer)).status).toBe(200);
      // A unit sees a case of others until it has answered: no stream tells it that it has.
      await page.getByText(orders.none).waitFor({ timeout: 60_000 });
      await link.filter({ hasText: '0' }).waitFor();
    });
  }, 240_000);

  it('stand in the queue with the case of the agent that they are about', async () => {
    const { id, number } = await openCase('north', 'agent');
    const path = `/api/v1/cases/${id}/commands/supervise`;
    const order = { unit: 'north', dueAt: dueAt(), text: '请今日内办结' };
    expect((await tests.product.call('supervisor', 'POST', path, order)).status).toBe(200);
    await tests.visit({ language, as: 'agent', path: 'desk' }, async ({ page, texts }) => {
      const { orders, queue } = texts.desk;
      const said = filled(queue.order, { kind: orders.kind.supervision });
      await page.getByRole('article', { name: number }).getByText(said).waitFor();
    });
    // In the next language nothing is asked of the unit at first.
    const { body } = await tests.product.call('agent', 'GET', `/api/v1/cases/${id}/orders`);
    const [{ id: orderId }] = body['orders'] as [{ id: string }];
    const answer = { orderId, answer: '已办结' };
    const answering = `/api/v1/cases/${id}/commands/answer-order`;
    expect((await tests.product.call('supervisor', 'POST', answering, answer)).status).toBe(200);
  }, 120_000);
});
