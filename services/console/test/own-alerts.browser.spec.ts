import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { findBarriers } from './find-barriers.js';
import { filled, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { keyList } from './shell-parts.js';

const spoken = spokenIn(import.meta.filename);

/** Of a grave complaint one agent is told by name, and those who lead an hour later. */
const policy: Policy = {
  ...defaultPolicy,
  ladders: [
    {
      id: 'named',
      levels: [
        {
          ...{ id: 'expert', level: 1, audience: 'agent', people: ['a-001'], next: 'head' },
          after: { trigger: 0 },
        },
        { id: 'head', level: 2, audience: 'supervisor', after: { unacknowledged: 60 } },
      ],
    },
  ],
  triggers: [{ id: 'grave', on: { severity: ['high', 'critical'] }, ladder: 'named' }],
};

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  const published = await tests.product.call('manager', 'PUT', '/api/v1/policies', policy);
  expect(published.status).toBe(200);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

/** Of a unit that the agent is not of: only the alert names them. */
async function file(severity: string): Promise<string> {
  return (await fileCase(severity)).number;
}

async function fileCase(severity: string): Promise<{ id: string; number: string }> {
  const complaint = {
    ...{ channel: 'phone', customer: { anonymous: true }, category: 'unclassified', severity },
    ...{ statement: 'It smells of gas in the whole house.', organisation: 'south' },
  };
  const filed = await tests.product.call('supervisor', 'POST', '/api/v1/complaints', complaint);
  expect(filed.status).toBe(201);
  return { id: String(filed.body['caseId']), number: String(filed.body['number']) };
}

describe.each(spoken)('alerts that name an agent, in %s', (language) => {
  it('are counted at the desk, say why and who is next, and once taken on are gone for supervisors too', async () => {
    const [first, calm] = [await file('critical'), await file('normal')];
    const board = { language, as: 'supervisor', path: 'board' };
    await tests.visit(board, async ({ page: leading }) => {
      const onBoard = leading.locator('[data-row-key]').filter({ hasText: first });
      await onBoard.waitFor();
      await tests.visit({ language, as: 'agent', path: 'desk' }, async ({ page, ...visit }) => {
        const { texts, settle } = visit;
        const { parts, keys, alerts } = texts.desk;
        const nav = page.getByRole('navigation', { name: parts.label });
        await nav.getByRole('link', { name: parts.alerts }).filter({ hasText: '1' }).waitFor();
        await page.keyboard.press('?');
        await keyList(page, texts).getByText(keys.alerts).waitFor();
        await page.keyboard.press('Escape');
        await keyList(page, texts).waitFor({ state: 'hidden' });
        await page.keyboard.press('a');
        await page.getByRole('heading', { name: alerts.title }).waitFor();
        await settle();
        const list = page.getByRole('list', { name: alerts.title, exact: true });
        const row = list.locator('.desk-alert').filter({ hasText: first });
        const said = await row.innerText();
        expect(said).toContain(alerts.named.name);
        expect(said).toContain(texts.alerts.cause.severity);
        const people = 'agent';
        expect(said).toContain(filled(texts.alerts.step, { level: '1', people }));
        expect(said).toContain(`${alerts.next} ${texts.alerts.role.supervisor}`);
        expect(await list.innerText()).not.toContain(calm);
        expect(await findBarriers(page)).toEqual([]);

        const second = await file('critical');
        // The stream tells of it: the list is read anew by itself only each half minute.
        await list.locator('.desk-alert').filter({ hasText: second }).waitFor();
        for (const number of [first, second]) {
          const takeOn = filled(alerts.takeOnOf, { number });
          await list.getByRole('button', { name: takeOn }).focus();
          await page.keyboard.press('Enter');
          await page.getByText(filled(alerts.taken, { number })).waitFor();
        }
        await page.getByText(alerts.none).waitFor();
      });
      await onBoard.waitFor({ state: 'detached' });
    });
  });

  it('say on the board and at the desk until when their reminders are snoozed, as it happens', async () => {
    const { id, number } = await fileCase('high');
    const command = (name: string, body = {}) =>
      tests.product.call('supervisor', 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    await tests.visit({ language, as: 'supervisor', path: 'board' }, async ({ page: leading }) => {
      const onBoard = leading.locator('[data-row-key]').filter({ hasText: number });
      await onBoard.waitFor();
      await tests.visit({ language, as: 'agent', path: 'desk/alerts' }, async ({ page, texts }) => {
        const { desk, alerts } = texts;
        const atDesk = page.locator('.desk-alert').filter({ hasText: number });
        await atDesk.waitFor();
        const until = new Date(Date.now() + 3_600_000).toISOString();
        const snoozed = await command('snooze-reminders', { until, reason: 'agreed-appointment' });
        expect(snoozed.status).toBe(200);
        const reason = alerts.snoozeReason['agreed-appointment'];
        for (const row of [onBoard, atDesk]) {
          const tag = row.getByTitle(filled(alerts.snoozedFor, { reason }));
          await tag.filter({ hasText: alerts.snoozed }).waitFor();
          expect(await tag.innerText()).toContain(filled(alerts.snoozedBy, { by: 's-001' }));
          expect(await tag.locator('time').getAttribute('datetime')).toBe(until);
        }
        expect(await findBarriers(page)).toEqual([]);
        expect((await command('resume-reminders')).status).toBe(200);
        for (const row of [onBoard, atDesk])
          await row.getByText(alerts.snoozed).waitFor({ state: 'detached' });
        await page.getByRole('button', { name: filled(desk.alerts.takeOnOf, { number }) }).click();
        await atDesk.waitFor({ state: 'detached' });
      });
    });
  });
});
