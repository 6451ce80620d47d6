import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { choose } from './fill-forms.js';
import { filled, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { readMenu } from './shell-parts.js';

const spoken = spokenIn(import.meta.filename);

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 120_000);
afterAll(() => tests?.close(), 60_000);

async function newUser(username: string, roles: string[]) {
  const user = { username, password: demoPassword, roles };
  const { status } = await tests.product.call('admin', 'POST', '/api/v1/users', user);
  expect(status).toBe(201);
}

describe.each(spoken)('roles in the administration, in %s', (language) => {
  it('are changed after the fact, and the session of whoever has them follows', async () => {
    const username = `temp-${language.toLowerCase()}`;
    await newUser(username, ['bi']);
    await tests.visit({ language, as: username, path: 'reports' }, async (person) => {
      expect(await readMenu(person.page)).toEqual(['reports']);
      const admin = { language, as: 'admin', path: 'administration/users' };
      await tests.visit(admin, async ({ page, texts: { admin: texts, common } }) => {
        const row = page.getByRole('row').filter({ hasText: username });
        await row.getByRole('button', { name: spaced(texts.users.changeRoles) }).click();
        const dialog = page.getByRole('dialog', {
          name: filled(texts.users.rolesOf, { username }),
        });
        await choose(
          page,
          dialog.getByLabel(texts.users.roles, { exact: true }),
          common.roles.supervisor,
        );
        // Elsewhere in the dialog: a list of several choices stays open otherwise.
        await dialog.getByText(texts.users.rolesHelp).click();
        await dialog.getByRole('button', { name: spaced(texts.users.changeRoles) }).click();
        await dialog.waitFor({ state: 'detached' });
        await row.getByText(common.roles.supervisor).waitFor();
      });
      await person.page.reload();
      await person.settle();
      expect(await readMenu(person.page)).toEqual(expect.arrayContaining(['cases', 'board']));
    });
    const { body } = await tests.product.call('admin', 'GET', '/api/v1/audit');
    expect((body['actions'] as unknown[])[0]).toMatchObject({
      ...{ actor: 'admin', action: 'users.change-roles' },
      selection: { user: username, before: ['bi'], after: ['bi', 'supervisor'] },
    });
  });
});

describe.each(spoken)('system health in the administration, in %s', (language) => {
  it('says in words who has read what, and which timers wait', async () => {
    const manager = { language, as: 'manager', path: 'administration/health' };
    await tests.visit(manager, async ({ page, texts: { admin: texts } }) => {
      const { health } = texts;
      const events = page.getByRole('region', { name: health.consumers });
      for (const service of ['escalation', 'intake', 'reporting', 'signals']) {
        await events.getByText(filled(health.doing.handling, { service })).waitFor();
      }
      // What the demo filed is read within moments; the panel is read anew meanwhile.
      await events.getByText(health.allCaughtUp).waitFor({ timeout: 60_000 });
      await events.getByText(health.engines.embedded).waitFor();
      const timers = page.getByRole('region', { name: health.timers });
      await timers.getByText(health.noneOverdue).waitFor({ timeout: 60_000 });
      await timers.getByText(health.timerEngines.postgres).waitFor();
    });
  });

  it('says how far behind whom and since when, and who does not tell', async () => {
    const admin = { language, as: 'admin', path: 'administration/audit' };
    await tests.visit(admin, async ({ page, go, texts: { admin: texts } }) => {
      const { health } = texts;
      await page.route('**/health/progress', (route) => route.fulfill({ json: behind }));
      await go('administration/health');
      const events = page.getByRole('region', { name: health.consumers });
      const age = filled(health.ages.seconds, { count: '2' });
      await events.getByText(filled(health.behindSince_other, { count: '3', age })).waitFor();
      await events.getByText(filled(health.silent, { service: 'reporting' })).waitFor();
      await events.getByText(health.engines.kafka).waitFor();
      expect(await events.getByText(health.allCaughtUp).count()).toBe(0);
      const timers = page.getByRole('region', { name: health.timers });
      const late = filled(health.ages.minutes, { count: '5' });
      await timers.getByText(filled(health.overdue_other, { count: '4', age: late })).waitFor();
    });
  });
});

/** As the edge tells it where services run apart and one of them is away. */
const behind = {
  consumers: [
    {
      ...{ service: 'signals', work: 'handling', engine: 'kafka', behind: 3, oldestSeconds: 2.2 },
      logs: [{ log: 'clearline.cases', behind: 3 }],
    },
  ],
  timers: [
    {
      ...{ service: 'escalation', engine: 'redis', armed: 9, nextDueAt: null, overdue: 4 },
      ...{ overdueSeconds: 300, fired: 7, late: 1 },
    },
  ],
  silent: ['reporting'],
};

describe.each(spoken)('a disabled account in the administration, in %s', (language) => {
  it('is put right and restored, and what was signed in before stays ended', async () => {
    const username = `gone-${language.toLowerCase()}`;
    await newUser(username, ['bi']);
    const visitor = { language, as: username, path: 'reports', refusals: [/^401 /] };
    await tests.visit(visitor, async (person) => {
      const admin = { language, as: 'admin', path: 'administration/users' };
      await tests.visit(admin, async ({ page, texts: { admin: texts } }) => {
        const { users } = texts;
        const row = page.getByRole('row').filter({ hasText: username });
        const decide = async (what: 'disable' | 'restore') => {
          await row.getByRole('button', { name: spaced(users[what]) }).click();
          const asked = page.locator('.ant-popconfirm:visible').filter({ hasText: username });
          await asked.getByRole('button').last().click();
        };
        await decide('disable');
        await row.getByText(users.isDisabled, { exact: true }).waitFor();

        await row.getByRole('button', { name: spaced(users.changeAgent) }).click();
        const dialog = page.getByRole('dialog', { name: filled(users.agentOf, { username }) });
        await dialog.getByLabel(users.agent, { exact: true }).fill('a-002');
        await dialog.getByText(users.agentChangeHelp).click();
        await dialog.getByRole('button', { name: spaced(users.changeAgent) }).click();
        await dialog.waitFor({ state: 'detached' });
        await row.getByText('a-002', { exact: true }).waitFor();

        await decide('restore');
        await row.getByText(users.isActive, { exact: true }).waitFor();
      });
      const cookies = await person.page.context().cookies();
      const { value } = cookies.find(({ name }) => name === 'clearline_session')!;
      const headers = { authorization: `Bearer ${value}` };
      const answer = await fetch(new URL('/api/v1/people', tests.product.services.url), {
        headers,
      });
      expect(answer.status).toBe(401);
    });
    const login = { username, password: demoPassword };
    const { status } = await tests.product.call('', 'POST', '/api/v1/login', login);
    expect(status).toBe(200);
    const { body } = await tests.product.call('admin', 'GET', '/api/v1/users');
    expect(body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ username, agentId: 'a-002' })]),
    );
  });
});

describe.each(spoken)('an earlier policy in the administration, in %s', (language) => {
  it('is tried out before it is published again', async () => {
    const { call } = tests.product;
    const longer = structuredClone(defaultPolicy);
    const promised = longer.rules[1]!.clocks.find(({ kind }) => kind === 'statutory')!;
    promised.budget = { unit: 'calendar-days', days: 30 };
    const { body: published } = await call('manager', 'PUT', '/api/v1/policies', longer);
    const complaint = { ...sampleComplaint, severity: 'high' };
    const prefer = { prefer: 'wait=10' };
    const filed = await call('agent', 'POST', '/api/v1/complaints', complaint, prefer);
    expect(filed.status).toBe(201);
    const { body: tried } = await call(
      'manager',
      'POST',
      '/api/v1/policies/dry-run',
      defaultPolicy,
    );
    expect(tried['casesChanged']).toBeGreaterThan(0);
    const counts = { cases: String(tried['cases']), casesChanged: String(tried['casesChanged']) };

    const manager = { language, as: 'manager', path: 'administration/policies?tab=history' };
    await tests.visit(manager, async ({ page, texts: { admin: texts } }) => {
      const { history, dryRun, chains } = texts.policies;
      // The newest is the first, and the first ever published the last.
      await page
        .getByRole('button', { name: spaced(history.again) })
        .last()
        .click();
      const title = filled(history.againTitle, { version: '1' });
      const dialog = page.getByRole('dialog', { name: title });
      const sum = dialog.getByRole('status').getByText(filled(dryRun.sum, counts));
      await sum.waitFor();
      await dialog.getByRole('cell', { name: dryRun.earlier, exact: true }).first().waitFor();
      await dialog.getByRole('tab', { name: chains.title }).click();
      await dialog.getByText(chains.none).waitFor();
      await dialog.getByRole('button', { name: spaced(history.again) }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    const { body: known } = await call('manager', 'GET', '/api/v1/policies');
    expect(known['items']).toMatchObject([{ version: Number(published['version']) + 1 }]);
  });
});
