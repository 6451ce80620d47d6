import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { addAgents } from '../../standalone/test/open-test-standalone.js';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const units = ['north', 'south'] as const;
type Unit = (typeof units)[number];
interface Filed {
  id: string;
  number: string;
}

let tests: TestConsole;
const cases = {} as Record<Unit, Filed>;
const agentOf = (unit: Unit) => `${unit}-desk`;

beforeAll(async () => {
  tests = await openTestConsole();
  const { product } = tests;
  await addAgents(product, [
    { agentId: 'a-201', unit: 'north', roles: ['agent'] },
    { agentId: 'a-202', unit: 'south', roles: ['agent'] },
  ]);
  for (const [index, unit] of units.entries()) {
    const user = { username: agentOf(unit), password: demoPassword, roles: ['agent'] };
    const agentId = `a-20${index + 1}`;
    const made = await product.call('admin', 'POST', '/api/v1/users', { ...user, agentId });
    expect(made.status).toBe(201);
    await putGuideAway(user);
    cases[unit] = await file(unit);
  }
}, 180_000);
afterAll(() => tests?.close(), 60_000);

/** It names a case of the unit itself. */
async function putGuideAway({ username, password }: { username: string; password: string }) {
  const { product } = tests;
  const { body } = await product.call('', 'POST', '/api/v1/login', { username, password });
  const authorization = `Bearer ${String(body['token'])}`;
  const put = await product.call('', 'DELETE', '/api/v1/first-run', undefined, { authorization });
  expect(put.status).toBe(204);
}

/** Filed by nobody's agent, so that it is the unit's alone. */
async function file(organisation: Unit): Promise<Filed> {
  const { product } = tests;
  const body = { ...sampleComplaint, organisation };
  const filed = await product.call('admin', 'POST', '/api/v1/complaints', body);
  const id = String(filed.body['caseId']);
  const find = () => product.call('admin', 'GET', `/api/v1/cases/${id}`);
  await waitFor(async () => (await find()).status === 200, { describe: 'the case' });
  return { id, number: String((await find()).body['number']) };
}

describe.each(units)('an agent of the %s', (unit) => {
  const other = units.find((one) => one !== unit)!;

  it('sees the cases of their unit in the list, and none of the other', async () => {
    await tests.visit({ as: agentOf(unit), path: 'cases' }, async ({ page }) => {
      await page.getByRole('link', { name: cases[unit].number }).waitFor();
      expect(await page.getByText(cases[other].number).count()).toBe(0);
    });
    // Also where the filter asks for them by name.
    const asked = `cases?unit=${other}`;
    await tests.visit({ as: agentOf(unit), path: asked }, async ({ page, texts }) => {
      await page.getByText(texts.casePage.list.none).first().waitFor();
      expect(await page.locator('.case-row').count()).toBe(0);
    });
  });

  it('finds none of the other by a search, by words or by number', async () => {
    for (const words of [sampleComplaint.statement.slice(0, 6), cases[other].number]) {
      const path = `cases?q=${encodeURIComponent(words)}`;
      await tests.visit({ as: agentOf(unit), path }, async ({ page }) => {
        expect(await page.getByRole('link', { name: cases[other].number }).count()).toBe(0);
        const isOwn = !words.includes('-');
        const own = page.getByRole('link', { name: cases[unit].number });
        expect(await own.count()).toBe(isOwn ? 1 : 0);
      });
    }
  });

  it('is refused its address, its print and everything on them', async () => {
    const { id, number } = cases[other];
    const refusals = [/^403 (GET|POST|DELETE) \/api\/v1\//];
    for (const path of [`cases/${id}`, `cases/${number}`, `cases/${id}/print`]) {
      await tests.visit({ as: agentOf(unit), path, refusals }, async ({ page, texts }) => {
        await page.getByText(texts.common.problem.kinds.forbidden).first().waitFor();
        expect(await page.getByText(sampleComplaint.statement).count()).toBe(0);
        expect(await page.getByText(sampleComplaint.customer.name).count()).toBe(0);
      });
    }
  });

  it('is told of new cases of their unit by the stream, and of none of the other', async () => {
    await tests.visit({ as: agentOf(unit), path: 'cases' }, async ({ page }) => {
      // What the stream says is read here as the page reads it.
      await page.evaluate(() => {
        const told: string[] = [];
        Object.assign(globalThis, { told });
        const source = new EventSource('/api/v1/streams/cases');
        source.addEventListener('clearline.case.opened.v1', (event) =>
          told.push(String((event as unknown as { data: unknown }).data)),
        );
      });
      const theirs = await file(other);
      const own = await file(unit);
      const told = () =>
        page.evaluate(() => (globalThis as unknown as { told: string[] }).told.join());
      await waitFor(async () => (await told()).includes(own.id), {
        timeoutMs: 15_000,
        describe: 'the own case on the stream',
      });
      expect(await told()).not.toContain(theirs.id);
      await page.getByRole('link', { name: own.number }).waitFor();
      expect(await page.getByText(theirs.number).count()).toBe(0);
    });
  });
});
