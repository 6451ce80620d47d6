import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const spoken = spokenIn(import.meta.filename);
const key = 'clearline.policy-draft';
/** Of a text that cannot be read. */
const refusals = [/^4\d\d POST .*policies/];

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe.each(spoken)('the draft of a policy, in %s', (language) => {
  const visited = { language, as: 'admin', path: 'administration/calendars' };

  it('keeps what was put into it of a calendar, and is not replaced unasked', async () => {
    await tests.visit(visited, async ({ page, texts, open }) => {
      const { calendars, policies } = texts.admin;
      const write = page.getByRole('button', { name: calendars.write });
      const editor = page.getByRole('dialog').locator('.cm-content');
      await write.click();
      await editor
        .getByText(/-01-01/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: calendars.take }).click();
      await page.getByText(policies.sound).waitFor();
      // Somebody has it begin later.
      await page.evaluate(
        `sessionStorage.setItem('${key}', sessionStorage.getItem('${key}').replace(/validFrom: '(\\d+)-01-01'/, "validFrom: '$1-03-01'"))`,
      );
      await page.reload();
      await open('administration/calendars');
      await write.click();
      await editor
        .getByText(/-03-01/)
        .first()
        .waitFor();

      await open('administration/policies?tab=history');
      const viewed = page.getByRole('button', { name: spaced(policies.history.view) }).first();
      await viewed.click();
      await page.getByRole('button', { name: policies.history.editFrom }).click();
      await page.getByText(policies.discardSure).waitFor();
      expect(await page.evaluate(`sessionStorage.getItem('${key}')`)).toContain('-03-01');
    });
  });

  it('says why nobody is named as long as it cannot be read, and is tried before it is published', async () => {
    await tests.visit({ ...visited, path: 'administration/policies', refusals }, async (visit) => {
      const { page, texts, settle } = visit;
      const { policies, calendars } = texts.admin;
      await page.getByText(policies.sound).waitFor();
      await page.getByRole('button', { name: spaced(policies.publish) }).click();
      const dialog = page.getByRole('dialog');
      const publish = dialog.getByRole('button', { name: spaced(policies.publish) });
      await publish.and(page.locator(':enabled')).waitFor();
      await dialog.locator('.ant-modal-close').click();

      await page.evaluate(
        `sessionStorage.setItem('${key}', JSON.stringify({ text: 'calendars: [', base: 1 }))`,
      );
      await page.reload();
      await page.getByText(policies.chains.unsound).waitFor();
      await visit.open('administration/calendars');
      await page.getByRole('button', { name: calendars.write }).click();
      await page.getByText(calendars.brokenDraft).waitFor();
      await settle();
      expect(await page.getByRole('button', { name: calendars.take }).isDisabled()).toBe(true);
    });
  });
});
