import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

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
      const complaint = {
        ...{ channel: 'phone', customer: { anonymous: true }, category: 'unclassified' },
        ...{ statement: 'It smells of gas in the whole house.', severity: 'critical' },
      };
      const filed = await tests.product.call('agent', 'POST', '/api/v1/complaints', complaint);
      const row = page.locator('[data-row-key]').filter({ hasText: String(filed.body['number']) });
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
