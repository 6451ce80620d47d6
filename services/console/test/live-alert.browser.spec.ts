import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { announcedBy, clickLatest, listenTo, untilLive } from './announced-alerts.js';
import { filled } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

/** Of a case that nobody has begun to answer. */
const refusals = [/^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/];
let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

async function file(severity: string): Promise<{ id: string; number: string }> {
  const complaint = {
    ...{ channel: 'phone', customer: { anonymous: true }, category: 'unclassified', severity },
    statement: 'It smells of gas in the whole house.',
  };
  const filed = await tests.product.call('agent', 'POST', '/api/v1/complaints', complaint);
  expect(filed.status).toBe(201);
  return { id: String(filed.body['caseId']), number: String(filed.body['number']) };
}

async function untilFound(path: string, words: string): Promise<void> {
  const isThere = async () => {
    const { status, body } = await tests.product.call('supervisor', 'GET', path);
    return status === 200 && JSON.stringify(body).includes(words);
  };
  await waitFor(isThere, { timeoutMs: 30_000, describe: `${words} at ${path}` });
}

it('shows an alert on the board as the stream tells it, and what more there is once the list is read', async () => {
  await tests.visit(
    { as: 'supervisor', language: 'en', path: 'board' },
    async ({ page, texts: { board } }) => {
      await page.getByRole('status').filter({ hasText: board.live.on }).waitFor();
      let read: () => void = () => undefined;
      const mayBeRead = new Promise<void>((resolve) => (read = resolve));
      await page.route(
        ({ pathname }) => pathname === '/api/v1/alerts',
        async (route) => {
          await mayBeRead;
          await route.continue();
        },
      );
      const { number } = await file('critical');
      const row = page.locator('[data-row-key]').filter({ hasText: number });
      await row.waitFor();
      const whole = 'The complaint is critical.';
      const heard = await row.innerText();
      expect(heard).toContain(board.cause.critical);
      expect(heard).toContain(board.role.supervisor);
      expect(heard).not.toContain(whole);
      read();
      await row.getByText(whole).waitFor();
    },
  );
});

it('announces an alert once wherever somebody is, by one stream, and leads from the desktop to its case', async () => {
  const [before, calm] = [await file('critical'), await file('normal')];
  await untilFound('/api/v1/alerts?open=true', before.number);
  await untilFound(`/api/v1/cases/${calm.id}`, calm.number);
  await tests.visit({ as: 'supervisor', language: 'en', refusals }, async (visit) => {
    const { page, texts, watch, open, go, settle } = visit;
    const { attention, alerts, board } = texts;
    const titleOf = (number: string) =>
      filled(attention.one, { cause: alerts.cause.critical, number });
    const logOf = (of = page) => of.getByRole('log', { name: attention.log });
    const streams = () => watch.asked.filter((line) => line.endsWith('/streams/alerts')).length;
    await listenTo(page);
    const opened = streams();
    await untilLive(page, () => open(`cases/${calm.id}`));
    await page.getByRole('button', { name: attention.is.sound }).waitFor();
    const onCase = await file('critical');
    await logOf().getByText(titleOf(onCase.number)).waitFor();
    const first = titleOf(onCase.number);
    expect(await announcedBy(page)).toEqual({ titles: [first], tones: 2 });

    await go('board');
    await page.getByRole('status').filter({ hasText: board.live.on }).waitFor();
    const onBoard = await file('critical');
    const second = titleOf(onBoard.number);
    await logOf().getByText(second).waitFor();
    expect(await announcedBy(page)).toEqual({ titles: [first, second], tones: 4 });
    expect(streams() - opened).toBe(1);

    await clickLatest(page);
    await page.waitForURL(({ pathname }) => pathname === `/app/cases/${onBoard.id}`);
    await settle();

    // Another tab that is looked at: from then on it is the one that announces.
    const whose = () => page.evaluate(`localStorage.getItem('clearline.announcing')`);
    const hadIt = await whose();
    const other = await page.context().newPage();
    await untilLive(other, () => other.goto(`/app/cases/${calm.id}`));
    await waitFor(async () => (await whose()) !== hadIt, { describe: 'the turn' });
    const told: string[] = [];
    // Whatever the first tab would still say of the one is said by the time the next is announced.
    for (let n = 0; n < 2; n += 1) {
      const { number } = await file('critical');
      told.push(titleOf(number));
      await logOf(other).getByText(titleOf(number)).waitFor();
    }
    expect((await announcedBy(other)).titles).toEqual(told);
    expect((await announcedBy(page)).titles).toEqual([first, second]);
  });
});
