import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { demoAccounts } from '../../standalone/src/demo-data.js';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { givenCases } from './given-cases.js';
import { filled } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole, Visit } from './open-test-console.js';
import { accountButton, signInForm } from './shell-parts.js';

let tests: TestConsole;
let ids: string[];
beforeAll(async () => {
  tests = await openTestConsole({}, { isFirstRun: true });
  ids = await givenCases(tests.product);
}, 180_000);
afterAll(() => tests?.close(), 60_000);

/** Nobody has written anything in a case that is opened for the first time. */
const refusals = [/^404 GET \/api\/v1\/cases\/[^/]+\/(note-)?draft$/];

const guide = ({ page, texts }: Visit) => page.getByRole('region', { name: texts.firstRun.title });
const loginName = ({ texts: { common } }: Visit, username: string, role: string) =>
  filled(common.signIn.demoLogin, {
    username,
    role: common.roles[role as keyof typeof common.roles],
  });

describe.each(['en', 'zh-CN'] as const)('a newcomer to the demo, in %s', (language) => {
  it('is offered its log-ins, and comes in by two clicks', async () => {
    await tests.visit({ language }, async (visit) => {
      const { page, texts, settle } = visit;
      for (const { username, roles } of demoAccounts) {
        const role = roles.includes('admin') ? 'admin' : roles[0]!;
        await page.getByRole('button', { name: loginName(visit, username, role) }).waitFor();
      }
      await page.getByRole('button', { name: loginName(visit, 'manager', 'manager') }).click();
      const form = signInForm(page, texts);
      expect(await form.username.inputValue()).toBe('manager');
      await form.submit.click();
      await accountButton(page, texts, 'manager').waitFor();
      await settle();
      await guide(visit).waitFor();
    });
  });

  it.each(['agent', 'supervisor', 'manager', 'admin'] as const)(
    'is told as %s what to open and what to try',
    async (as) => {
      await tests.visit({ language, as, path: '', refusals }, async (visit) => {
        const { page, texts } = visit;
        const { why, tryIt, openCase } = texts.firstRun;
        await guide(visit).getByText(tryIt[as]).waitFor();
        // Nothing is past due yet.
        await guide(visit).getByText(why.next).waitFor();
        const link = guide(visit).getByRole('link', {
          name: new RegExp(filled(openCase, { number: '\\d{4}-\\d{7}-\\d' })),
        });
        const number = /\d{4}-\d{7}-\d/.exec(await link.innerText())![0];
        await link.click();
        await page.getByRole('heading', { level: 1, name: number }).waitFor();
        await guide(visit).waitFor();
      });
    },
  );
});

describe('the guide for newcomers', () => {
  it('leads an agent to the order that is due before every clock', async () => {
    const { product } = tests;
    const path = `/api/v1/cases/${ids.at(-1)}`;
    const dueAt = new Date(Date.now() + 600_000).toISOString();
    const order = { unit: 'north', dueAt, text: '请尽快核实' };
    const given = await product.call('supervisor', 'POST', `${path}/commands/supervise`, order);
    expect(given.status).toBe(200);
    const isListed = async () => {
      const { body } = await product.call('agent', 'GET', '/api/v1/orders?mine=true&status=open');
      return (body['items'] as unknown[]).length > 0;
    };
    await waitFor(isListed, { describe: 'the order' });
    const number = String((await product.call('agent', 'GET', path)).body['number']);
    await tests.visit({ as: 'agent', path: 'desk' }, async (visit) => {
      const { openCase } = visit.texts.firstRun;
      await guide(visit).getByText(filled(openCase, { number })).waitFor();
    });
  });

  it('leads a supervisor to what is past due, once something is', async () => {
    const { product } = tests;
    const receivedAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const late = { ...sampleComplaint, receivedAt };
    expect((await product.call('agent', 'POST', '/api/v1/complaints', late)).status).toBe(201);
    const number = await waitFor(async () => {
      const { body } = await product.call('supervisor', 'GET', '/api/v1/cases?overdue=true');
      return (body['items'] as { number: string }[])[0]?.number;
    });
    await tests.visit({ as: 'supervisor', path: 'board' }, async (visit) => {
      const { openCase, why } = visit.texts.firstRun;
      await guide(visit).getByText(filled(openCase, { number })).waitFor();
      await guide(visit).getByText(why.supervisor).waitFor();
    });
  });

  it('is put away by each person, everywhere and for good', async () => {
    await tests.visit({ as: 'bi', path: 'reports' }, async (visit) => {
      const { page, texts, settle } = visit;
      await guide(visit).getByText(texts.firstRun.tryIt.bi).waitFor();
      // Nobody is sent to where they are.
      expect(await guide(visit).getByRole('link', { name: texts.firstRun.go.bi }).count()).toBe(0);
      await guide(visit).getByRole('button', { name: texts.firstRun.putAway }).click();
      await guide(visit).waitFor({ state: 'detached' });
      await settle();
      await page.reload();
      await settle();
      expect(await guide(visit).count()).toBe(0);
    });
    // In another browser; what one person put away others still have.
    await tests.visit({ as: 'bi', path: 'reports' }, async (visit) => {
      expect(await guide(visit).count()).toBe(0);
    });
    await tests.visit({ as: 'agent', path: 'desk' }, (visit) => guide(visit).waitFor());
  });

  it('offers no log-in whose password is no longer the demo’s', async () => {
    const { product } = tests;
    const { body } = await product.call('admin', 'GET', '/api/v1/users');
    const users = body['items'] as { id: string; username: string }[];
    const manager = users.find(({ username }) => username === 'manager')!;
    const reset = await product.call('admin', 'POST', `/api/v1/users/${manager.id}/reset`);
    expect(reset.status).toBe(200);
    await tests.visit({}, async (visit) => {
      const { page } = visit;
      await page.getByRole('button', { name: loginName(visit, 'agent', 'agent') }).waitFor();
      const gone = page.getByRole('button', { name: loginName(visit, 'manager', 'manager') });
      expect(await gone.count()).toBe(0);
    });
  });
});
