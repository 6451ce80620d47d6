import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { filled, languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

const problem = { type: 'urn:clearline:problem:unavailable', title: 'away', status: 503 };
const unavailable = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify(problem),
};

let tests: TestConsole;
let one: { id: string; number: string };
beforeAll(async () => {
  tests = await openTestConsole();
  const [id] = (await givenCases(tests.product)) as [string];
  const { body } = await tests.product.call('agent', 'GET', `/api/v1/cases/${id}`);
  one = { id, number: String(body['number']) };
}, 180_000);
afterAll(() => tests?.close(), 60_000);

describe.each(languages)('whoever records a callback, in %s', (language) => {
  const { name, phone } = sampleComplaint.customer;
  it.each([
    ['at the desk', () => 'desk'],
    ['from the case', () => `desk?contact=callback&number=${one.number}&case=${one.id}`],
  ])(
    'is told whom to call, %s',
    async (_where, path) => {
      await tests.visit({ as: 'agent', path: path(), language }, async (shown) => {
        const { page, texts } = shown;
        const window = page.getByRole('dialog');
        if (path() === 'desk') {
          await page.locator('body').press('b');
          await window.locator('#contact-case').fill(one.number);
        }
        const tier = texts.questions.tiers.standard;
        for (const when of Object.values(texts.desk.outcomeWhen))
          await window.getByText(when, { exact: true }).waitFor();
        await window.getByText(filled(texts.questions.caller, { name, phone, tier })).waitFor();
        await takePicture('callback', shown);
      });
    },
    60_000,
  );
});

describe.each(languages)('an answer that comes late, in %s', (language) => {
  it('of a callback finds its window as it was left, which Escape does not close meanwhile', async () => {
    const refusals = [/^503 POST \/api\/v1\/callbacks$/];
    await tests.visit({ as: 'agent', path: 'desk', language, refusals }, async (shown) => {
      const { page, texts } = shown;
      const window = page.getByRole('dialog');
      const away = '**/api/v1/callbacks';
      await page.route(away, (route) => route.fulfill(unavailable));
      await page.locator('body').press('b');
      await window.locator('#contact-case').fill(one.number);
      await window.getByRole('radio').first().focus();
      await page.keyboard.press('2');
      await window.getByRole('button', { name: spaced(texts.desk.contact.record) }).click();
      await window.getByRole('button', { name: spaced(texts.desk.filing.stop) }).waitFor();
      await page.keyboard.press('Escape');
      expect(await window.isVisible()).toBe(true);
      await page.unroute(away);
      await window.waitFor({ state: 'detached' });
    });
  }, 60_000);

  it('of a question leaves what is taken down by then', async () => {
    await tests.visit({ as: 'agent', path: 'desk', language }, async ({ page, texts, settle }) => {
      const { question } = texts.desk;
      const statement = page.locator('#desk-statement');
      let answer = () => undefined as void;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/api/v1/questions', async (route) => {
        await answered;
        await route.continue();
      });
      await page.locator('#desk-phone').fill('13600001111');
      await statement.fill(`Which day is the survey? ${language}`);
      await page.getByRole('button', { name: spaced(question.ask) }).click();
      await statement.fill('Another call by now');
      answer();
      await page.getByText(question.waits).first().waitFor();
      expect(await statement.inputValue()).toBe('Another call by now');
      await statement.fill('');
      await page.locator('#desk-phone').fill('');
      await settle();
    });
  }, 60_000);
});

describe.each(languages)('whoever takes a complaint down, in %s', (language) => {
  const [mayLeave, other] = ['13733334444', '13911112222'];
  const churn = '/api/v1/churn/customers';

  it('is told how likely the customer is to leave and why, or that it is not known now', async () => {
    const { product } = tests;
    const known = await product.call('agent', 'GET', `/api/v1/customers?phone=${mayLeave}`);
    const [{ id }] = known.body['items'] as [{ id: string }];
    const levelOf = async () =>
      (await product.call('agent', 'GET', `${churn}/${id}`)).body['level'];
    await waitFor(async () => (await levelOf()) === 'watch', { describe: 'the churn level' });
    const refusals = [new RegExp(`^503 GET ${churn}/`)];
    await tests.visit({ as: 'agent', path: 'desk', language, refusals }, async (shown) => {
      const { page, texts } = shown;
      const panel = page.getByRole('region', { name: texts.desk.aid.customer, exact: true });
      const { level, because, factor, unknown } = texts.churn;
      await page.locator('#desk-phone').fill(mayLeave);
      await panel.getByText(level.watch, { exact: true }).waitFor();
      await panel.getByText(filled(because, { reasons: factor['threat-regulator'] })).waitFor();
      await takePicture('churn-level', shown);

      await page.route(`**${churn}/*`, (route) => route.fulfill(unavailable));
      await page.locator('#desk-phone').fill(other);
      await panel.getByText(unknown).waitFor();
      await panel.getByText('李娜').waitFor();
      await page.getByRole('status').filter({ hasText: texts.common.draft.kept }).waitFor();
    });
  }, 60_000);

  it('is offered customers who never complained, by name and by the end of their phone', async () => {
    const [name, phone] = ['司马相如', '13677774321'];
    const body = { name, phone, tier: 'vip' };
    const { status } = await tests.product.call('agent', 'POST', '/api/v1/customers', body);
    expect([200, 201]).toContain(status);
    await tests.visit({ as: 'agent', path: 'desk', language }, async ({ page, texts }) => {
      const offered = page.locator('.ant-select-item-option:visible').filter({ hasText: phone });
      const field = (of: 'phone' | 'name') => page.locator(`#desk-${of}`);
      await field('phone').fill('');
      await field('name').fill(name.slice(0, 2));
      await offered.getByText(name).waitFor();
      await field('name').fill('');
      await offered.waitFor({ state: 'detached' });
      await field('phone').fill(phone.slice(-4));
      await offered.click();
      expect(await field('name').inputValue()).toBe(name);
      expect(await field('phone').inputValue()).toBe(phone);
      const panel = page.getByRole('region', { name: texts.desk.aid.customer, exact: true });
      await panel.getByText(texts.desk.tier.vip, { exact: true }).waitFor();
      await page.getByRole('status').filter({ hasText: texts.common.draft.kept }).waitFor();
    });
  }, 60_000);
});
