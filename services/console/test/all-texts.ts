// The texts name themselves to the library's types, which have to be there.
import type {} from 'i18next';
import { catalogues } from '../src/texts/resources.js';
import type { Texts } from '../src/texts/resources.js';

async function readTexts(language: 'en' | 'zh-CN'): Promise<Texts> {
  const read = Object.entries(catalogues).map(async ([name, texts]) => [
    name,
    await texts[language](),
  ]);
  const texts = Object.fromEntries(await Promise.all(read)) as Texts;
  return { ...texts, board: { ...texts.board, ...texts.rooms } };
}

/** Every text of the console; a page loads those that it shows. */
export const en = await readTexts('en');
export const zh = await readTexts('zh-CN');
