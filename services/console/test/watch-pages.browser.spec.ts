import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let elsewhere: Server;
beforeAll(async () => {
  tests = await openTestConsole();
  elsewhere = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
}, 360_000);
afterAll(async () => {
  elsewhere.close();
  await tests?.close();
}, 180_000);

const elsewhereUrl = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

/** What a visit says of a page in which this script ran. */
async function saidOf(script: string): Promise<string> {
  const visit = tests.visit({}, async ({ page, settle }) => {
    await page.evaluate(script);
    await settle();
  });
  return visit.then(
    () => '',
    (error: Error) => error.message,
  );
}

describe('a visit to the console', () => {
  it('is content with a page that does nothing of this', async () => {
    expect(await saidOf(`document.body.append('Sign in')`)).toBe('');
  });

  it.each([
    ['logs an error', `console.error('broken')`, 'error in the console: broken'],
    ['throws', `setTimeout(() => { throw new Error('broken') })`, 'thrown: Error: broken'],
    ['rejects unheard', `void Promise.reject(new Error('broken'))`, 'thrown: Error: broken'],
    ['opens a dialog', `alert('broken')`, 'a dialog of a script: broken'],
    ['shows a key', `document.body.append('signIn.nowhere')`, 'no text for a reader: signIn.now'],
    [
      'names a thing by a key',
      `document.body.setAttribute('aria-label', 'state.nowhere')`,
      'no text for a reader: state.nowhere',
    ],
    ['shows a gap', `document.body.append('Go to: {{screen}}')`, 'no text for a reader: Go to:'],
    ['shows no date', `document.body.append('Invalid Date')`, 'no text for a reader: Invalid Date'],
    [
      'runs a script in the page',
      `document.body.append(Object.assign(document.createElement('script'), { text: '1' }))`,
      'refused by the policy of the page: script-src-elem inline',
    ],
    ['asks what is not there', `void fetch('/api/v1/nowhere')`, 'the server refused: 404 GET /api'],
  ])('fails when the page %s', async (_title, script, words) => {
    expect(await saidOf(script)).toContain(words);
  });

  it('fails when the page asks another origin', async () => {
    const script = `document.body.append(Object.assign(new Image(), { src: '${elsewhereUrl()}' }))`;
    const said = await saidOf(script);
    expect(said).toContain(`refused by the policy of the page: img-src ${elsewhereUrl()}`);
    expect(await saidOf(`void open('${elsewhereUrl()}')`)).toContain('asked another origin');
  });
});
