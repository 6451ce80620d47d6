import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findSentences } from './find-sentences.js';
import { createTranslator } from '../src/language/translator.js';
import { sentences } from '../src/language/zh/sentences.js';
import { words } from '../src/language/zh/words.js';

const root = resolve(import.meta.dirname, '../../..');
const folders = [
  ...['libs/contracts', 'libs/sla', 'libs/platform/src/auth', 'libs/platform/src/http'],
  ...['intake', 'escalation', 'signals', 'reporting', 'gateway'].map((name) => `services/${name}`),
];
/** Their sentences end a start or an import on the command line; no request is answered with them. */
const elsewhere =
  /\.spec\.ts$|\/test\/|\/generated\/|\/intake\/src\/import\/|import-mapping|interpret-row|check-cases|recorded-clock/;

const sourcesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, folder, name))
    .filter((name) => name.endsWith('.ts') && !elsewhere.test(name.replaceAll('\\', '/')));

const told = folders
  .flatMap(sourcesOf)
  .flatMap((name) =>
    findSentences(name, readFileSync(name, 'utf8')).map((text) => [relative(root, name), text]),
  );

describe('Sentences that refuse a request', () => {
  it('are found where they are written, handed over or returned', () => {
    const source = `
      const message = isOpen ? 'it is open' : \`it is \${state} by now\`;
      throw refused('rule', message);
      function why(): string { return 'no reason given'; }
      new Problem('x', { detail: why(), other: 'not a sentence of these' });
      z.string().regex(/^a b$/, 'must be like this');`;
    expect(findSentences('given.ts', source).sort()).toEqual([
      'it is open',
      'it is v0 by now',
      'must be like this',
      'no reason given',
    ]);
  });

  it('are all known in Chinese', () => {
    const translate = createTranslator(sentences, words);
    expect(told.length).toBeGreaterThan(250);
    const untold = told.filter(([, text]) => {
      const translation = translate(text!);
      // A pattern that fits by chance takes half of the sentence for a value.
      return translation === text || /[a-z]+ [a-z]+/.test(translation);
    });
    expect(untold).toEqual([]);
  });

  it('say in Chinese no value that the English one does not have', () => {
    const valuesOf = (text: string) => text.match(/\{\w+\}/g) ?? [];
    for (const [source, translation] of Object.entries(sentences)) {
      expect(valuesOf(source)).toEqual(expect.arrayContaining(valuesOf(translation)));
    }
  });
});
