import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { filled, languages } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

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
        await window.getByText(filled(texts.questions.caller, { name, phone, tier })).waitFor();
        await takePicture('callback', shown);
      });
    },
    60_000,
  );
});
