import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { waitFor } from '#testing';
import { sampleComplaint } from '../../standalone/test/samples.js';
import { choose, writeInstant } from './fill-forms.js';
import { filled, spaced, spokenIn } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';
import { takePicture } from './take-picture.js';

const spoken = spokenIn(import.meta.filename);

/** Of what the stages ask for it tells the facts, the remedy, the place, the category and the unit. */
const complaint = {
  ...sampleComplaint,
  remedySought: '退回多扣的一次',
  evidence: { listen: { place: '网上营业厅' } },
};

let tests: TestConsole;
beforeAll(async () => {
  tests = await openTestConsole();
}, 180_000);
afterAll(() => tests?.close(), 60_000);

async function file(): Promise<string> {
  const { product } = tests;
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
  const id = String(filed.body['caseId']);
  await waitFor(async () => (await read(id)).status === 200, { describe: 'the case' });
  return id;
}
const completes = (
  { casePage }: Parameters<Parameters<TestConsole['visit']>[1]>[0]['texts'],
  ...stages: ('control' | 'listen')[]
) =>
  filled(casePage.evidence.completes, {
    stages: stages.map((stage) => casePage.codes[stage]).join(casePage.list.comma),
  });
const read = (id: string) => tests.product.call('agent', 'GET', `/api/v1/cases/${id}`);

const refusals = [
  // A case without a draft answers so.
  /^404 GET \/api\/v1\/cases\/[\w-]+\/(?:note-)?draft$/,
  // The stage that is ended with nothing.
  /^409 POST \/api\/v1\/cases\/[\w-]+\/commands\/complete-stages$/,
];

describe.each(spoken)('ending stages, in %s', (language) => {
  it('goes on where only others’ notes and the system’s clocks came meanwhile', async () => {
    const id = await file();
    const visit = { as: 'agent', path: `cases/${id}`, language, refusals };
    await tests.visit(visit, async ({ page, texts }) => {
      const { commands, fields, codes } = texts.casePage;
      const drawer = page.getByRole('dialog');
      const field = (name: keyof typeof fields) => drawer.getByLabel(fields[name], { exact: true });
      await page.getByRole('button', { name: spaced(commands['complete-stages']) }).click();
      await field('acknowledged').check();
      await drawer.getByText(codes['emotionLevel-2']).click();
      const path = `/api/v1/cases/${id}/commands/add-note`;
      const noted = await tests.product.call('supervisor', 'POST', path, { text: '另一位看过' });
      expect(noted.status).toBe(200);
      // Its button says how far it goes.
      await drawer.getByRole('button', { name: completes(texts, 'control') }).click();
      await drawer.waitFor({ state: 'detached' });
      expect((await read(id)).body['stage']).toBe('listen');
    });
  }, 120_000);

  it('asks to confirm what the case knows, and marks in its field what it lacks', async () => {
    const id = await file();
    const visit = { as: 'agent', path: `cases/${id}`, language, refusals };
    await tests.visit(visit, async (shown) => {
      const { page, texts } = shown;
      const { commands, fields, codes, evidence } = texts.casePage;
      const drawer = page.getByRole('dialog');
      const field = (name: keyof typeof fields): Locator =>
        drawer.getByLabel(fields[name], { exact: true });
      const itemOf = (name: keyof typeof fields) =>
        drawer
          .locator('.ant-form-item')
          .filter({ has: page.getByLabel(fields[name], { exact: true }) });
      const give = drawer.getByRole('button', { name: spaced(commands['complete-stages']) });
      const header = (stage: 'control' | 'listen') =>
        drawer.locator('.ant-collapse-header').filter({ hasText: codes[stage] });

      await page.getByRole('button', { name: spaced(commands['complete-stages']) }).click();
      for (const stage of ['listen', 'establish'] as const)
        await drawer.getByRole('button', { name: codes[stage] }).click();
      expect(await field('facts').inputValue()).toBe(complaint.statement);
      expect(await field('remedySought').inputValue()).toBe(complaint.remedySought);
      expect(await field('place').inputValue()).toBe(complaint.evidence.listen.place);
      await itemOf('facts').getByText(evidence.confirm).waitFor();
      await itemOf('place').getByText(evidence.given).waitFor();
      await itemOf('happenedAt').getByText(evidence.needed).waitFor();
      const north = language === 'en' ? 'North' : '北区';
      expect(await itemOf('department').innerText()).toContain(north);

      await field('happenedAt').scrollIntoViewIfNeeded();
      await writeInstant(field('happenedAt'), '2026-03-02 10:00');
      await give.click();
      const lacks = (template: string, stage: 'control' | 'listen') =>
        filled(template, { stage: codes[stage] });
      await itemOf('acknowledged').getByText(lacks(evidence.notTicked, 'control')).waitFor();
      await itemOf('emotionLevel').getByText(lacks(evidence.lacks, 'control')).waitFor();
      await itemOf('product').getByText(lacks(evidence.lacks, 'listen')).waitFor();
      expect(await itemOf('facts').locator('.ant-form-item-explain-error').count()).toBe(0);
      await takePicture('stages-lacking', shown);

      await field('acknowledged').check();
      await drawer.getByText(codes['emotionLevel-2']).click();
      await itemOf('emotionLevel').getByText(evidence.filled, { exact: true }).waitFor();
      await itemOf('emotionLevel')
        .getByText(lacks(evidence.lacks, 'control'))
        .waitFor({ state: 'detached' });
      // Pressed again it is taken back, and with Space as well.
      const level = drawer.getByRole('radio', { name: codes['emotionLevel-2'] });
      await drawer.getByText(codes['emotionLevel-2']).click();
      await itemOf('emotionLevel').getByText(evidence.needed, { exact: true }).waitFor();
      for (const now of [evidence.filled, evidence.needed, evidence.filled]) {
        await level.press('Space');
        await itemOf('emotionLevel').getByText(now, { exact: true }).waitFor();
      }
      await header('control').getByText(evidence.complete, { exact: true }).waitFor();
      await header('listen')
        .getByText(filled(evidence.lacking, { count: '1' }))
        .waitFor();
      await choose(page, field('product'), language === 'en' ? 'Gas meter' : '燃气表');
      await header('listen').getByText(evidence.complete, { exact: true }).waitFor();
      await drawer.getByRole('button', { name: completes(texts, 'control', 'listen') }).click();
      await drawer.waitFor({ state: 'detached' });
      expect((await read(id)).body['stage']).toBe('establish');
    });
  }, 120_000);
});
