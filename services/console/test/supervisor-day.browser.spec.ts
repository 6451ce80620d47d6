import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { filled, languages, laptop, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);

/** A case without a draft answers so. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
let tests: TestConsole;
let ids: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  ids = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const caseOf = async (id: string) =>
  (await tests.product.call('supervisor', 'GET', `/api/v1/cases/${id}`)).body;
const command = (as: string, id: string, name: string, body: object) =>
  tests.product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);

describe('a major complaint', () => {
  it.each(spoken)(
    'is declared on the page of its case, and its room says when it is none any more, in %s',
    async (language) => {
      const id = ids[languages.indexOf(language) === 0 ? 0 : 3]!;
      const visit = { as: 'supervisor', language, refusals };
      await tests.visit({ ...visit, path: `cases/${id}` }, async ({ page, texts }) => {
        const name = spaced(texts.casePage.actions.declareMajor);
        await page.getByRole('button', { name }).click();
        const { majorHint, majorNext } = texts.casePage.actions;
        await page.getByRole('dialog').getByText(majorHint).waitFor();
        await page.getByRole('dialog').getByRole('button', { name }).click();
        // What comes next, with a way to it.
        await page.getByText(majorNext).waitFor();
        await page.getByRole('button', { name: texts.casePage.page.room }).waitFor();
        await page.locator('.ant-tag').filter({ hasText: texts.casePage.page.major }).waitFor();
        await page.getByRole('link', { name: texts.casePage.page.room }).waitFor();
        await page.getByRole('button', { name }).waitFor({ state: 'detached' });
      });
      const lowered = { complaintTier: 'basic', note: '经核实为普通咨询' };
      expect((await command('supervisor', id, 'triage', lowered)).status).toBe(200);
      await tests.visit({ ...visit, path: `board/major/${id}` }, async ({ page, texts }) => {
        const { noLonger, nameForce } = texts.board.major;
        await page.getByText(noLonger).waitFor();
        expect(await page.getByRole('button', { name: nameForce }).isDisabled()).toBe(true);
      });
    },
    180_000,
  );

  it('is declared on the list of them by its number', async () => {
    const number = String((await caseOf(ids[2]!))['number']);
    await tests.visit({ as: 'supervisor', path: 'board/major' }, async ({ page, texts }) => {
      const { declare, case: named } = texts.board.major;
      await page.getByRole('button', { name: declare }).click();
      const dialog = page.getByRole('dialog');
      // As it comes along with a list that it was copied from.
      await dialog.getByLabel(named, { exact: true }).fill(`${number},`);
      await dialog.getByRole('button', { name: spaced(declare) }).click();
      const said = { done: '1', waiting: '0', refused: '0' };
      await dialog.getByText(filled(texts.common.results.summary, said)).waitFor();
      const toRoom = filled(texts.board.major.toRoom, { number });
      await dialog.getByRole('link', { name: toRoom }).waitFor();
    });
    expect(await caseOf(ids[2]!)).toMatchObject({ triage: { complaintTier: 'major' } });
  }, 180_000);
});

describe('the menu of a case', () => {
  it.each(spoken)(
    'begins with what is usual, and is narrowed by typing, in %s',
    async (language) => {
      const visit = { as: 'supervisor', language, path: `cases/${ids[1]}`, refusals };
      await tests.visit(visit, async ({ page, texts: { casePage } }) => {
        const { more, find, groups } = casePage.actions;
        const menu = page.locator('.case-menu:visible');
        const open = () => page.getByRole('button', { name: more }).click();
        await open();
        const headings = menu.locator('.ant-dropdown-menu-item-group-title');
        await headings.first().getByText(groups.often, { exact: true }).waitFor();
        const field = page.getByRole('textbox', { name: find });
        const name = casePage.commands['change-priority'];
        await field.fill(name);
        await waitFor(async () => (await menu.getByRole('menuitem').count()) === 1, {
          describe: 'the one that is looked for',
        });
        await field.press('Escape');
        await menu.waitFor({ state: 'hidden' });
        await open();
        await field.fill(name);
        await field.press('Enter');
        await page.getByRole('dialog').getByText(name, { exact: true }).first().waitFor();
      });
    },
    180_000,
  );
});

describe('the drawer of an alert', () => {
  it('says in sight why nothing is snoozed, and closes by its key once the alert is taken on', async () => {
    const number = String((await caseOf(ids[1]!))['number']);
    await tests.visit(
      { as: 'supervisor', path: 'board', size: laptop },
      async ({ page, texts }) => {
        const { alerts, snooze } = texts.board;
        // Its row opens it too, but not with a click on one of its controls.
        const row = page.getByRole('row').filter({ hasText: number }).first();
        await row
          .getByRole('cell')
          .nth(3)
          .click({ position: { x: 2, y: 2 } });
        const drawer = page.getByRole('dialog');
        const greyed = drawer.getByRole('button', { name: snooze.action, exact: true });
        await greyed.focus();
        expect(await greyed.getAttribute('aria-disabled')).toBe('true');
        await drawer.getByText(snooze.notCritical, { exact: true }).waitFor();
        await drawer.getByRole('button', { name: alerts.acknowledge, exact: true }).click();
        await drawer.getByRole('button', { name: alerts.taken, exact: true }).waitFor();
        await drawer.getByText(alerts.takenMeans).waitFor();
        await drawer.getByRole('button', { name: alerts.giveTo, exact: true }).waitFor();
        await page.keyboard.press('Escape');
        await drawer.waitFor({ state: 'detached' });
      },
    );
  }, 180_000);

  it('takes the other alerts of its case on too, which go on to their own next levels', async () => {
    const { product } = tests;
    const complaint = { ...sampleComplaint, severity: 'critical', threats: ['regulator'] };
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
    const waiting = async () => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/alerts?open=true');
      const items = body['items'] as { caseId: string; number: string }[];
      return items.filter(({ caseId }) => caseId === filed.body['caseId']);
    };
    await waitFor(async () => (await waiting()).length === 2, { describe: 'two alerts' });
    const [one] = await waiting();
    await tests.visit({ as: 'supervisor', path: 'board', size: laptop }, async (visit) => {
      const { page, texts } = visit;
      const { alerts } = texts.board;
      await page.getByRole('button', { name: one!.number, exact: true }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: alerts.acknowledge, exact: true }).click();
      await drawer.getByText(filled(alerts.besideTaken_one, { count: '1' })).waitFor();
      await drawer.getByRole('button', { name: alerts.takeBeside_one, exact: true }).click();
      await waitFor(async () => (await waiting()).length === 0, { describe: 'both taken on' });
    });
  }, 180_000);
});

describe('what follows from a command', () => {
  const stages = ['control', 'listen', 'establish', 'apologise'] as const;

  it('is told before the last stage is passed over, and that it resolved the case afterwards', async () => {
    const { product } = tests;
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
    const id = String(filed.body['caseId']);
    await waitFor(async () => (await caseOf(id))['stage'] === 'control', { describe: 'a case' });
    for (const stage of stages) {
      const given = { stage, reason: 'not-applicable' };
      expect((await command('supervisor', id, 'override-stage', given)).status).toBe(200);
    }
    const visit = { as: 'supervisor', path: `cases/${id}`, refusals };
    await tests.visit(visit, async ({ page, texts: { casePage, foretold } }) => {
      const name = casePage.commands['override-stage'];
      await page.getByRole('button', { name: casePage.actions.more }).click();
      await page.getByRole('menuitem', { name }).click();
      const drawer = page.getByRole('dialog');
      const warning = drawer.getByRole('alert').filter({ hasText: foretold.override.resolves });
      await warning.getByText(foretold.clock.statutory).waitFor();
      await drawer.getByLabel(casePage.fields.reason, { exact: true }).click();
      const options = page.locator('.ant-select-item-option');
      await options.filter({ hasText: casePage.codes.other }).click();
      await drawer.getByRole('button', { name: spaced(name) }).click();
      const needed = filled(casePage.form.required, { field: casePage.fields.note });
      await drawer.getByText(needed).waitFor();
      await drawer.getByLabel(casePage.fields.note, { exact: true }).fill('客户已另行解决');
      await drawer.getByRole('button', { name: spaced(name) }).click();
      await drawer.waitFor({ state: 'detached' });
      await page.getByText(casePage.codes['passedOver-case-resolved']).waitFor();
      // Its stages' clocks stopped in time, and nobody is to read that as work that was done.
      const [words = ''] = casePage.clocks.more.split('{{count}}');
      await page.getByRole('button', { name: words }).click();
      await page.getByText(casePage.clocks.passedOver).first().waitFor();
    });
    expect(await caseOf(id)).toMatchObject({ status: 'resolved', stage: 'callback' });
  }, 180_000);

  it('is told before reminders are snoozed on the board', async () => {
    const { product } = tests;
    const complaint = { ...sampleComplaint, severity: 'high', threats: ['regulator'] };
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
    const number = await waitFor(
      async () => (await caseOf(String(filed.body['caseId'])))['number'] as string | undefined,
      { describe: 'a case' },
    );
    await tests.visit({ as: 'supervisor', path: 'board' }, async ({ page, texts }) => {
      const { foretold, board } = texts;
      await page.getByRole('button', { name: number, exact: true }).first().click();
      const drawer = page.getByRole('dialog').first();
      await drawer.getByRole('button', { name: board.snooze.action, exact: true }).click();
      const dialog = page.getByRole('dialog').filter({ hasText: board.snooze.title });
      await dialog.getByText(foretold.snooze.waits).waitFor();
      await dialog.getByText(board.snooze.choices.tomorrow).click();
      // What falls due before then, or that nothing does: it depends on the hour.
      await dialog.getByRole('status').waitFor();
    });
  }, 180_000);
});

describe('a request for more time of one’s own', () => {
  it.each(spoken)(
    'is taken back, without a reason to give, in %s',
    async (language) => {
      const id = ids[languages.indexOf(language) === 0 ? 0 : 3]!;
      const asked = { kind: 'statutory', reason: 'complex-facts' };
      expect((await command('supervisor', id, 'request-extension', asked)).status).toBe(200);
      const isAsked = async () => {
        const clocks = (await caseOf(id))['clocks'] as { extensionRequestedBy?: string }[];
        return clocks.some(({ extensionRequestedBy: by }) => by !== undefined);
      };
      const visit = { as: 'supervisor', language, path: `cases/${id}`, refusals };
      await tests.visit(visit, async ({ page, texts: { casePage } }) => {
        const { title, takeBack } = casePage.waiting;
        const name = spaced(takeBack);
        await page.getByRole('region', { name: title }).getByRole('button', { name }).click();
        const drawer = page.getByRole('dialog');
        expect(await drawer.getByLabel(casePage.fields.reason, { exact: true }).count()).toBe(0);
        await drawer.getByRole('button', { name }).click();
        await drawer.waitFor({ state: 'detached' });
      });
      await waitFor(async () => !(await isAsked()), { describe: 'the request to be gone' });
    },
    180_000,
  );
});

describe('the list of cases on a laptop', () => {
  it('shows when what is due next is due, and a menu that ends above the edge of the window', async () => {
    await tests.visit(
      { as: 'supervisor', path: 'cases', size: laptop },
      async ({ page, texts: { casePage } }) => {
        const row = page.locator('.case-row').first();
        await row.getByRole('checkbox').check();
        await page.getByRole('button', { name: casePage.bulk.choose }).click();
        const menu = page.locator('.case-menu:visible');
        await menu.getByText(casePage.bulk.groups.edit, { exact: true }).waitFor();
        const box = await menu.boundingBox();
        expect(box!.y + box!.height).toBeLessThanOrEqual(laptop.height);
      },
    );
  }, 180_000);
});
