import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DutyNowView } from '#contracts';
import { waitFor } from '#testing';
import { filled, languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const roster = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-01-05', handover: '09:00', days: 1 },
  ...{ people: ['s-001', 'a-001'], overrides: [] },
};
let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 540_000);
afterAll(() => tests?.close(), 180_000);

const publish = async (absences: object[] = []) => {
  const body = { rosters: [roster], absences };
  expect((await tests.product.call('manager', 'PUT', '/api/v1/duty', body)).status).toBe(200);
};
const nextTurns = async () => {
  const { body } = await tests.product.call('manager', 'GET', '/api/v1/duty/now');
  return (body as unknown as DutyNowView).rosters[0]!.next;
};

describe('who is on call next', () => {
  it.each(languages)(
    'is listed, and a turn to come is taken over once one is asked, in %s',
    async (language) => {
      await publish();
      const visit = { as: 'supervisor', language, path: 'board/duty' };
      await tests.visit(visit, async ({ page, texts: { board } }) => {
        const next = page.getByRole('region', {
          name: filled(board.duty.nextOf, { roster: 'night' }),
        });
        const others = next.getByRole('listitem').filter({ hasText: /\bagent\b/ });
        // The list comes after the rosters: whoever counts it at once may find none.
        await next.getByRole('listitem').nth(6).waitFor();
        expect(await next.getByRole('listitem').count()).toBe(7);
        const before = await others.count();
        expect(before).toBeGreaterThan(2);
        await next.getByRole('button', { name: board.duty.takeTurn }).first().click();
        const told = filled(board.duty.takeTurnTold, { agent: 'agent' });
        await page.getByText(told, { exact: true }).waitFor();
        await page.getByRole('button', { name: spaced(board.duty.takeTurnYes) }).click();
        await page.getByText(board.duty.turnTaken).waitFor();
        // Among the turns to come, and not once more among those that took over for a while.
        const { overrides } = board.duty;
        expect(await page.getByRole('region', { name: overrides, exact: true }).count()).toBe(0);
        await next.getByText(board.duty.because.override).waitFor();
        await waitFor(async () => (await others.count()) === before - 1, {
          describe: 'one turn less of the other',
        });
      });
      const taken = (await nextTurns()).filter(({ because }) => because === 'override');
      expect(taken).toMatchObject([{ agentId: 's-001' }]);
    },
    180_000,
  );

  it('is given back by whoever took it over, and says before whose it is', async () => {
    await publish();
    const before = await nextTurns();
    await tests.visit(
      { as: 'supervisor', path: 'board/duty' },
      async ({ page, texts: { board } }) => {
        const { nextOf, takeTurnFrom, giveTurnBack, turnGivenBack } = board.duty;
        const next = page.getByRole('region', { name: filled(nextOf, { roster: 'night' }) });
        const take = next.getByRole('button', { name: filled(takeTurnFrom, { agent: 'agent' }) });
        await take.first().click();
        await page.getByRole('button', { name: spaced(board.duty.takeTurnYes) }).click();
        await next.getByRole('button', { name: giveTurnBack }).click();
        await page.getByText(turnGivenBack).waitFor();
      },
    );
    const after = await nextTurns();
    expect(after.map(({ agentId }) => agentId)).toEqual(before.map(({ agentId }) => agentId));
  }, 180_000);

  it('is said for each turn of somebody who is away', async () => {
    await publish();
    const [first] = (await nextTurns()).filter(({ agentId }) => agentId === 's-001');
    const absence = { agentId: 's-001', from: first!.from, to: first!.to, standIn: 'a-001' };
    await publish([absence]);
    await tests.visit({ as: 'supervisor', path: 'board/duty' }, async ({ page, texts }) => {
      const { takes, withdrawAbsence, tomorrow, restOfToday } = texts.board.duty;
      await page.getByText(filled(takes, { roster: 'night', agent: 'agent' })).waitFor();
      // It has not begun, so that nobody is back from it.
      await page.getByRole('button', { name: spaced(withdrawAbsence) }).waitFor();
      for (const name of [tomorrow, restOfToday]) {
        await page.getByRole('button', { name, exact: true }).click();
      }
    });
  }, 180_000);
});
