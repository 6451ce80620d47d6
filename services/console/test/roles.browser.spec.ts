import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword } from '../../standalone/src/demo-data.js';
import { choose } from './fill-forms.js';
import { filled, languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { readMenu } from './shell-parts.js';

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

describe.each(languages)('roles in the administration, in %s', (language) => {
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
