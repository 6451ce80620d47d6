import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { fiveSecondPolicy } from '../../standalone/test/samples.js';
import { choose, writeInstant } from './fill-forms.js';
import { filled, spaced } from './looks.js';
import type { TestConsole, Visit } from './open-test-console.js';

/** What the agent takes down; the policy's acknowledgement is due five seconds later. */
const complaint = { phone: '13900001111', name: '王芳', statement: '三月的燃气费扣了两次' };

/** A case without a draft answers so. */
const refusals = [
  /^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/,
  // A draft that is being kept while its complaint is filed comes too late.
  /^409 PUT \/api\/v1\/intake-draft$/,
];

/** A complaint's whole way by screens only, of everybody who has to do with it. */
export function waySuite(engine: string, open: () => Promise<TestConsole>): void {
  let tests: TestConsole;
  beforeAll(async () => {
    tests = await open();
    await tests.product.call('manager', 'PUT', '/api/v1/policies', fiveSecondPolicy());
  }, 540_000);
  afterAll(() => tests?.close(), 180_000);

  describe(`a complaint in the console, on ${engine}`, () => {
    it('goes from the call to the figures without a request by hand', async () => {
      const before = await answered(tests);
      await tests.visit({ as: 'supervisor', path: 'board', refusals }, async (board) => {
        const number = await file(tests);
        await takeOn(board, number);
        await settle(board, number);
        await ask(tests, number);
      });
      await expectFigure(tests, before + 1);
    }, 720_000);
  });
}

/** The agent takes the complaint down; its number. */
async function file(tests: TestConsole): Promise<string> {
  let number = '';
  await tests.visit({ as: 'agent', path: 'desk', refusals }, async ({ page, texts: { desk } }) => {
    const field = (name: string) => page.locator(`#desk-${name}`);
    await field('phone').fill(complaint.phone);
    await field('name').fill(complaint.name);
    await field('statement').fill(complaint.statement);
    await choose(page, field('category'), 'Billing');
    await choose(page, field('unit'), 'North');
    await page.keyboard.press('Control+Enter');
    const filed = page.getByRole('status').filter({ hasText: desk.filed.number });
    number = (await filed.locator('strong').innerText()).trim();
    await filed.getByRole('link', { name: desk.filed.open }).click();
    const heading = page.getByRole('heading', { level: 1, name: new RegExp(number, 'u') });
    await heading.waitFor();
    await page.getByText(complaint.statement).first().waitFor();
  });
  expect(number).toMatch(/^\d{4}-\d{7}-\d$/u);
  return number;
}

/** The deadline passes; whoever looks at the board is told without a reload, and takes it on. */
async function takeOn({ page, texts: { board } }: Visit, number: string): Promise<void> {
  const breach = page
    .getByRole('row')
    .filter({ hasText: number })
    .filter({ has: page.locator('.ant-tag').getByText(board.cause.breach, { exact: true }) });
  await breach.waitFor({ timeout: 60_000 });
  await breach.getByRole('button', { name: spaced(board.alerts.acknowledge) }).click();
  await breach.waitFor({ state: 'detached' });
}

/** The supervisor gives what the stages ask for, which resolves the case. */
async function settle({ page, open, texts: { casePage } }: Visit, number: string): Promise<void> {
  const { commands, fields } = casePage;
  await open(`cases/${number}`);
  const drawer = page.getByRole('dialog');
  const field = (name: keyof typeof fields): Locator =>
    drawer.getByLabel(fields[name], { exact: true });
  const give = async (command: 'record-contact' | 'complete-stages') => {
    // The button of the stages goes on to say which.
    await drawer.getByRole('button', { name: new RegExp(`^${commands[command]}`, 'u') }).click();
    await drawer.waitFor({ state: 'detached' });
  };

  await page.getByRole('button', { name: spaced(commands['record-contact']) }).click();
  await choose(page, field('channel'), casePage.codes.phone);
  await choose(page, field('direction'), casePage.codes.outbound);
  await field('note').fill('told him what we found');
  await give('record-contact');

  await page.getByRole('button', { name: spaced(commands['complete-stages']) }).click();
  for (const stage of ['listen', 'establish', 'apologise', 'resolve'] as const) {
    await drawer.getByRole('button', { name: casePage.codes[stage] }).click();
  }
  await field('acknowledged').check();
  await drawer.getByText(casePage.codes['emotionLevel-2']).click();
  await field('facts').fill('charged twice in March');
  await writeInstant(field('happenedAt'), '2026-03-02 10:00');
  await field('place').fill('online');
  await choose(page, field('product'), 'Gas meter');
  await field('remedySought').fill('refund');
  await field('restatement').fill('two charges for one month');
  await field('confirmed').check();
  await field('apology').fill('We are sorry');
  await choose(page, field('apologyChannel'), casePage.codes.phone);
  await field('remedyOffered').fill('refund today');
  await field('resolution').fill('refunded');
  await field('remedyCost').fill('86.4');
  await field('rootCause').fill('the interface repeated a charge');
  await field('preventiveAction').fill('the interface knows what it charged');
  await field('customerTold').check();
  await give('complete-stages');
  await page.getByText(casePage.codes.resolved, { exact: true }).first().waitFor();
}

/** A callback and a survey, by the keys of the desk. */
async function ask(tests: TestConsole, number: string): Promise<void> {
  await tests.visit({ as: 'agent', path: 'desk' }, async ({ page, texts: { desk } }) => {
    const window = page.getByRole('dialog');
    const { contact, outcome, survey } = desk;
    for (const [key, answers, what] of [
      ['b', ['1', 'y'], filled(contact.recordedSatisfied, { outcome: outcome.reached })],
      ['s', ['5'], filled(contact.recordedSurvey, { kind: survey.csat, score: '5' })],
    ] as const) {
      await page.locator('body').press(key);
      await window.locator('#contact-case').fill(number);
      await window.getByRole('radio').first().focus();
      for (const answer of answers) await page.keyboard.press(answer);
      await page.keyboard.press('Control+Enter');
      await window.waitFor({ state: 'detached' });
      await page.getByText(filled(contact.recorded, { number, what })).first().waitFor();
    }
  });
}

/** How many surveys were answered, as a reader of reports sees it. */
async function answered(tests: TestConsole): Promise<number> {
  let count = NaN;
  await tests.visit({ as: 'bi', path: 'reports/satisfaction' }, async ({ page, texts }) => {
    const tile = page.locator('.report-tile').filter({ hasText: texts.reports.figure.answered });
    count = Number(await tile.first().locator('.report-figure').innerText());
  });
  return count;
}

async function expectFigure(tests: TestConsole, count: number): Promise<void> {
  await tests.visit({ as: 'bi', path: 'reports/satisfaction' }, async ({ page, texts }) => {
    const tile = page.locator('.report-tile').filter({ hasText: texts.reports.figure.answered });
    await tile
      .first()
      .locator('.report-figure')
      .getByText(String(count), { exact: true })
      .waitFor();
  });
}
