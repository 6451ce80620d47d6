import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '#testing';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { filled, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let ids: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  ids = await givenCases(tests.product);
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const caseOf = async (id: string) =>
  (await tests.product.call('supervisor', 'GET', `/api/v1/cases/${id}`)).body;
const dialog = (page: Page) => page.getByRole('dialog');

describe('many cases at once', () => {
  it('are reassigned from their alerts, with a result for each', async () => {
    await tests.visit({ as: 'supervisor', path: 'board' }, async ({ page, texts: { board } }) => {
      await page.getByRole('button', { name: board.alerts.selectAll }).click();
      await page.locator('body').press('r');
      await choose(page, dialog(page).getByLabel(board.reassign.owner), /^supervisor/);
      await dialog(page)
        .getByRole('button', { name: spaced(board.reassign.submit) })
        .click();
      await page.getByRole('dialog', { name: board.results.title }).waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
    });
    const owners = await Promise.all(ids.map(async (id) => (await caseOf(id))['owner']));
    expect(owners).toContain('s-001');
  });

  it.each([
    [
      'are done though somebody called about one meanwhile',
      'record-contact',
      { channel: 'phone', direction: 'inbound', note: 'called again' },
    ],
    [
      'are tried again where one has another owner meanwhile, and leave the list in peace',
      'assign',
      { owner: 'a-001', reason: 'workload' },
    ],
  ] as const)('%s', async (_title, command, body) => {
    const [first, second] = await Promise.all(ids.map(async (id) => (await caseOf(id))['number']));
    await tests.visit(
      { as: 'supervisor', path: 'cases' },
      async ({ page, texts: { casePage, common } }) => {
        for (const number of [first, second]) {
          await page
            .locator('.case-row')
            .filter({ hasText: String(number) })
            .getByRole('checkbox')
            .check();
        }
        await page.getByRole('button', { name: casePage.bulk.choose }).click();
        await page.getByRole('menuitem', { name: casePage.commands['add-note'] }).click();
        await dialog(page).getByText(String(second)).waitFor();
        const path = `/api/v1/cases/${ids[0]}/commands/${command}`;
        expect((await tests.product.call('admin', 'POST', path, body)).status).toBe(200);

        await dialog(page).getByLabel(casePage.fields.text, { exact: true }).fill('outage ended');
        await dialog(page)
          .getByRole('button', { name: spaced(casePage.commands['add-note']) })
          .click();
        const result = (done: string, refused: string) =>
          dialog(page).getByText(filled(common.results.summary, { done, waiting: '0', refused }));
        if (command === 'assign') {
          await result('1', '1').waitFor();
          await dialog(page).getByText(common.problem.kinds['stale-version']).waitFor();
          await dialog(page)
            .getByRole('button', { name: filled(casePage.bulk.again, { count: '1' }) })
            .click();
        }
        await result('2', '0').waitFor();
      },
    );
  });

  it('have any field edited that the list shows, each case with its own result', async () => {
    const [first, second] = await Promise.all(ids.map(async (id) => (await caseOf(id))['number']));
    const edits = [
      { command: 'change-severity', field: 'severity', value: 'low', as: 'severity' },
      { command: 'change-tier', field: 'tier', value: 'vip', as: 'tier' },
      // As the demo's organisation names it, in the language of the page.
      { command: 'amend-codes', field: 'category', value: 'repair', as: 'category' },
      // Last: a severity brings its priority along.
      { command: 'change-priority', field: 'priority', value: 'critical', as: 'priority' },
    ] as const;
    await tests.visit(
      { as: 'supervisor', path: 'cases' },
      async ({ page, texts: { casePage, common }, settle }) => {
        for (const { command, field, value } of edits) {
          for (const number of [first, second]) {
            await page
              .locator('.case-row')
              .filter({ hasText: String(number) })
              .getByRole('checkbox')
              .check();
          }
          await page.getByRole('button', { name: casePage.bulk.choose }).click();
          await page
            .getByRole('menuitem', { name: casePage.commands[command], exact: true })
            .click();
          const asked = dialog(page).getByLabel(casePage.fields[field], { exact: true });
          if (command === 'amend-codes') {
            await choose(page, asked, /^(Repair|维修)$/);
            const why = dialog(page).getByLabel(casePage.fields.reason, { exact: true });
            await choose(page, why, casePage.codes['mis-keyed']);
          } else await choose(page, asked, casePage.codes[value]);
          await dialog(page)
            .getByRole('button', { name: spaced(casePage.commands[command]) })
            .click();
          const said = { done: '2', waiting: '0', refused: '0' };
          await dialog(page).getByText(filled(common.results.summary, said)).waitFor();
          await dialog(page)
            .getByRole('button', { name: spaced(casePage.bulk.close) })
            .last()
            .click();
          await dialog(page).waitFor({ state: 'detached' });
          await settle();
        }
      },
    );
    for (const { as, value } of edits) {
      const [one, other] = await Promise.all(ids.slice(0, 2).map(caseOf));
      expect([one![as], other![as]]).toEqual([value, value]);
    }
  });

  it('become a mass incident: found by the end of a phone, or named by number', async () => {
    const [, second, stands] = await Promise.all(
      ids.map(async (id) => (await caseOf(id))['number']),
    );
    await tests.visit(
      { as: 'supervisor', path: 'board/incidents' },
      async ({ page, texts: { board, common } }) => {
        const { begin, incident, numbers, join } = board.incidents;
        await page.getByRole('button', { name: begin }).click();
        const named = dialog(page).getByLabel(incident, { exact: true });
        await named.fill('4444');
        await page
          .locator('.ant-select-item-option')
          .filter({ hasText: String(stands) })
          .waitFor();
        await named.press('ArrowDown');
        await named.press('Enter');
        expect(await named.inputValue()).toBe(stands);
        await dialog(page).getByLabel(numbers, { exact: true }).fill(String(second));
        await dialog(page)
          .getByRole('button', { name: spaced(join) })
          .click();
        const said = filled(common.results.summary, { done: '1', waiting: '0', refused: '0' });
        await dialog(page).getByText(said).waitFor();
        const to = filled(board.incidents.toIncident, { number: String(stands) });
        await dialog(page).getByRole('link', { name: to }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByText(String(stands)).first().waitFor();
      },
    );
  });

  it('stay in the form where they were refused, with why, and are greyed where they cannot join', async () => {
    const stands = String((await caseOf(ids[2]!))['number']);
    await tests.visit(
      { as: 'supervisor', path: 'board/incidents' },
      async ({ page, texts: { board } }) => {
        const { begin, incident, find, numbers, join, ...said } = board.incidents;
        await page.getByRole('button', { name: begin }).click();
        await dialog(page).getByLabel(incident, { exact: true }).fill(stands);
        await dialog(page).getByLabel(find, { exact: true }).fill('4444');
        await page
          .locator('.ant-select-item-option-disabled')
          .filter({ hasText: said.whyNot.stands })
          .waitFor();
        await dialog(page).getByLabel(find, { exact: true }).fill('');
        const written = dialog(page).getByLabel(numbers, { exact: true });
        await written.fill(stands);
        await dialog(page)
          .getByRole('button', { name: spaced(join) })
          .click();
        await dialog(page)
          .getByText(filled(said.notJoined, { n: '1', joined: '0' }))
          .waitFor();
        expect(await written.inputValue()).toBe(stands);
        await dialog(page)
          .getByRole('button', { name: filled(said.leaveOutOne, { number: stands }) })
          .click();
        expect(await written.inputValue()).toBe('');
      },
    );
  });

  it('are answered together, each customer for themselves, and all of it is taken back', async () => {
    await tests.visit(
      { as: 'supervisor', path: `board/incidents/${ids[2]}` },
      async ({ page, texts: { board, common } }) => {
        const { title, submit_other, way, text, blanks, takeBack, given, kinds } = board.answers;
        const { byWay, others_other, reachesNobody, senders } = board.answers;
        await page.getByRole('button', { name: title }).click();
        await dialog(page).getByText(reachesNobody).waitFor();
        const byPhone = filled(byWay, { way: board.channel.phone, n: '2' });
        await dialog(page)
          .getByText(filled(others_other, { count: '2', ways: byPhone }))
          .waitFor();
        await choose(page, dialog(page).getByLabel(way, { exact: true }), board.channel.app);
        const written = dialog(page).getByLabel(text, { exact: true });
        await written.fill('{name}, {number}: {when} the water is back.');
        await dialog(page)
          .getByText(filled(blanks, { blanks: '{when}' }))
          .waitFor();
        await written.fill('{name}, {number}: the water is back.');
        await dialog(page)
          .getByRole('button', { name: filled(submit_other, { count: '2' }) })
          .click();
        const handed = filled(board.answers.handedOver, { done: '2', refused: '0' });
        await dialog(page).getByText(handed).waitFor();
        // Who was reached how, and who sends it.
        const byApp = filled(byWay, { way: board.channel.app, n: '2' });
        await dialog(page)
          .getByText(filled(senders['handed-on'], { ways: byApp }))
          .waitFor();
        await dialog(page)
          .getByRole('button', { name: spaced(takeBack) })
          .click();
        const said = filled(common.results.summary, { done: '2', waiting: '0', refused: '0' });
        await dialog(page).getByText(said).waitFor();
        await page.keyboard.press('Escape');
        const counts = { kind: kinds.interim, by: '.*', sent: '0', held: '0', undone: '2' };
        await page.getByText(new RegExp(filled(given, counts))).waitFor();
      },
    );
  });

  it('begin a mass incident from their rows, one of them standing for the others', async () => {
    const [first, second] = await givenCases(tests.product);
    const numbers = await Promise.all(
      [first, second].map(async (id) => String((await caseOf(id!))['number'])),
    );
    await tests.visit(
      { as: 'supervisor', path: 'cases' },
      async ({ page, texts: { casePage, common } }) => {
        for (const number of numbers) {
          await page.locator('.case-row').filter({ hasText: number }).getByRole('checkbox').check();
        }
        await page.getByRole('button', { name: casePage.bulk.choose }).click();
        await page.getByRole('menuitem', { name: casePage.commands['join-incident'] }).click();
        await dialog(page).getByRole('button', { name: numbers[0]! }).click();
        await dialog(page)
          .getByRole('button', { name: spaced(casePage.commands['join-incident']) })
          .click();
        const said = filled(common.results.summary, { done: '1', waiting: '0', refused: '0' });
        await dialog(page).getByText(said).waitFor();
      },
    );
    const path = `/api/v1/cases/${first}/incident`;
    const { body } = await tests.product.call('supervisor', 'GET', path);
    expect(body['cases']).toMatchObject([{ id: second }]);
  });

  it('have their alerts taken on by one request', async () => {
    const waiting = async () => {
      const path = '/api/v1/alerts?open=true&limit=200';
      const { body } = await tests.product.call('supervisor', 'GET', path);
      return (body['items'] as { id: string }[]).map(({ id }) => id);
    };
    const before = await waiting();
    expect(before.length).toBeGreaterThan(1);
    await tests.visit(
      { as: 'supervisor', path: 'board' },
      async ({ page, watch, texts: { board } }) => {
        const start = watch.asked.length;
        await page.getByRole('button', { name: board.alerts.selectAll }).click();
        await page.locator('body').press('a');
        await waitFor(async () => !(await waiting()).some((id) => before.includes(id)), {
          describe: 'the alerts to be taken on',
        });
        const asked = watch.asked.slice(start).filter((one) => one.endsWith('/acknowledge'));
        expect(asked).toEqual(['POST /api/v1/alerts/acknowledge']);
      },
    );
  });
});
