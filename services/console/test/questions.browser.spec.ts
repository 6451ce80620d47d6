import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBarriers } from './find-barriers.js';
import { languages, spaced } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

const wording = { zh: '可以，先上门勘察。', en: 'Yes, after a survey.' };
const relocation = {
  ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
  ...{ answerable: 'later', promisedMinutes: 60, owner: 'north' },
  tiers: { standard: { wording } },
};
const path = 'administration/questions?status=promised';

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
  const published = await tests.product.call(
    'supervisor',
    'PUT',
    '/api/v1/standard-answers/relocation',
    relocation,
  );
  expect(published.status).toBe(200);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe.each(languages)('promised questions, in %s', (language) => {
  it('are answered by a supervisor, whom the administration shows only what is theirs', async () => {
    const text = language === 'en' ? 'Can you move my meter?' : '我家的表可以移吗';
    const asked = { text, channel: 'phone', standard: 'relocation' };
    const { body } = await tests.product.call('agent', 'POST', '/api/v1/questions', asked);
    await tests.visit({ language, as: 'supervisor', path }, async ({ page, texts, open }) => {
      const { questions, sections } = texts.admin;
      const row = page.getByRole('row').filter({ hasText: text });
      await row.getByRole('button', { name: spaced(questions.answer) }).click();
      const dialog = page.getByRole('dialog', { name: questions.answering });
      await dialog.getByText(language === 'en' ? wording.en : wording.zh).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await dialog.getByRole('button', { name: spaced(questions.confirm) }).click();
      await dialog.waitFor({ state: 'detached' });
      await row.waitFor({ state: 'detached' });

      const menu = page.getByRole('navigation', { name: texts.admin.title });
      expect(await menu.getByRole('link').allInnerTexts()).toEqual([
        sections.answers,
        sections.questions,
      ]);
      await open('administration/users');
      await page.getByText(texts.common.state.notFoundTitle).waitFor();
    });
    const list = await tests.product.call(
      'supervisor',
      'GET',
      '/api/v1/questions?status=answered&standard=relocation',
    );
    expect(list.body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: body['id'], isLate: false, decidedBy: 's-001' }),
      ]),
    );
  });
});

/** A draft that is being kept while its words are filed comes too late. */
const refusals = [/^409 PUT \/api\/v1\/intake-draft$/];

describe.each(languages)('questions at the desk, in %s', (language) => {
  it('are answered from the list of all answers, and what was noted stays in sight', async () => {
    const text = language === 'en' ? 'What about the thing outside?' : '外面那个东西行吗';
    const visiting = { language, as: 'agent', path: 'desk', refusals };
    await tests.visit(visiting, async ({ page, texts }) => {
      const { answer, aid, question } = texts.desk;
      const panel = page.getByRole('region', { name: aid.answers });
      await page.locator('#desk-statement').fill(text);
      await panel.getByText(answer.none).waitFor();
      await panel.getByRole('button', { name: spaced(answer.all) }).click();
      const lookUp = panel.getByRole('textbox', { name: answer.lookUp });
      await lookUp.fill(language === 'en' ? 'nothing has this' : '没有这个');
      await panel.getByText(answer.notListed).waitFor();
      await lookUp.fill(language === 'en' ? 'survey' : '勘察');
      await panel.getByText(language === 'en' ? wording.en : wording.zh).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await panel.getByRole('button', { name: spaced(question.note) }).click();
      const noted = panel.getByRole('list', { name: question.list });
      await noted.getByText(text).waitFor();
      await noted.getByText(question.noted).waitFor();
      expect(await page.locator('#desk-statement').inputValue()).toBe('');
    });
  });
});
