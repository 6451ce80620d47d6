import { describe, expect, it } from '@jest/globals';
import { en, zh } from '../../test/all-texts.js';

/** Every text by its key: `common:signIn.title`. */
function textsIn(texts: object, key = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]: [string, string | object]) => {
    const path = key === '' ? `${name}:` : `${key}${key.endsWith(':') ? '' : '.'}${name}`;
    return typeof value === 'string' ? [[path, value]] : textsIn(value, path);
  });
}
const chinese = new Map(textsIn(zh));
const english = textsIn(en);
const gapsIn = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
/** Products and keys are called the same everywhere, languages as they call themselves. */
const names = ['Clearline', 'Webhook', 'Excel', 'English', '中文', 'Ctrl + Enter'];
const isName = (text: string) => names.includes(text) || !/[a-z]{3}/.test(text);

describe('texts in both languages', () => {
  it('are the same ones', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  it('have the same gaps', () => {
    const wrong = english.filter(([key, text]) => {
      return gapsIn(chinese.get(key) ?? '').join() !== gapsIn(text).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are in their language', () => {
    const strip = (text: string) => text.replaceAll(/\{\{[^}]*\}\}/g, '');
    const left = [...chinese].filter(([, text]) => {
      return !/\p{Script=Han}/u.test(text) && !isName(strip(text));
    });
    const foreign = english.filter(([, text]) => {
      return /\p{Script=Han}/u.test(text) && !names.includes(text);
    });
    expect({ left, foreign }).toEqual({ left: [], foreign: [] });
  });

  it('are never empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
