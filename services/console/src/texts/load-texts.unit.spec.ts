import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import i18next from 'i18next';

/** Texts on their way, by language and name: each comes when it is let go. */
const onTheirWay = new Map<string, { come: () => void; fail: () => void }>();
const fetched = (name: string) => {
  const of = (language: string) => () =>
    new Promise<object>((resolve, reject) => {
      onTheirWay.set(`${language} ${name}`, {
        come: () => resolve({ name: `${name} in ${language}` }),
        fail: () => reject(new Error('gone')),
      });
    });
  return { en: of('en'), 'zh-CN': of('zh-CN') };
};
const names = ['common', 'board', 'rooms'] as const;
jest.unstable_mockModule('./resources.js', () => ({
  catalogues: Object.fromEntries(names.map((name) => [name, fetched(name)])),
}));
const kept = new Map<string, string>();
const page = {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  },
  document: { documentElement: { lang: '' } },
  navigator: { languages: ['zh-CN'] },
};
for (const [name, value] of Object.entries(page))
  Object.defineProperty(globalThis, name, { value, configurable: true });
// The library advertises itself when it starts.
jest.spyOn(console, 'info').mockImplementation(() => undefined);
const { chooseLanguage, loadTexts } = await import('./load-texts.js');

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** One after the other, each when it was asked for. */
async function comes(...texts: string[]): Promise<void> {
  for (const one of texts) {
    await turn();
    onTheirWay.get(one)?.come();
  }
  await turn();
}
const drawn = (name: (typeof names)[number]): unknown =>
  i18next.getResource(i18next.language, name, 'name');

beforeEach(async () => {
  for (const language of ['en', 'zh-CN'])
    for (const name of names) i18next.removeResourceBundle(language, name);
  await i18next.changeLanguage('zh-CN');
  kept.clear();
  const ready = loadTexts('common');
  await comes('zh-CN common');
  await ready;
});

describe('a language that is chosen', () => {
  it('is kept once every text is there', async () => {
    const chosen = chooseLanguage('en');
    await turn();
    expect([i18next.language, kept.size]).toEqual(['zh-CN', 0]);
    await comes('en common');
    await chosen;
    expect([drawn('common'), ...kept.values()]).toEqual(['common in en', 'en']);
  });

  it('waits for the texts of a screen that is opened meanwhile', async () => {
    const chosen = chooseLanguage('en');
    await turn();
    const opened = loadTexts('board');
    await comes('zh-CN board', 'en common');
    await opened;
    expect(drawn('board')).toBe('board in zh-CN');
    await comes('en board');
    await chosen;
    expect(drawn('board')).toBe('board in en');
  });

  it('gives way to one that is chosen later', async () => {
    const first = chooseLanguage('en');
    await turn();
    const second = chooseLanguage('zh-CN');
    await comes('zh-CN board', 'en board', 'en common');
    await Promise.all([first, second]);
    expect([i18next.language, ...kept.values()]).toEqual(['zh-CN', 'zh-CN']);
  });

  it('is neither taken nor kept where its texts cannot be fetched', async () => {
    const chosen = chooseLanguage('en');
    await turn();
    onTheirWay.get('en common')?.fail();
    await expect(chosen).rejects.toThrow('gone');
    expect([drawn('common'), kept.size]).toEqual(['common in zh-CN', 0]);
  });
});

describe('texts of a screen that is opened later', () => {
  it('are read under the name of their feature, whose own are loaded with them', async () => {
    const opened = loadTexts('rooms');
    await comes('zh-CN board', 'zh-CN rooms');
    await opened;
    expect(drawn('board')).toBe('rooms in zh-CN');
    expect(i18next.hasResourceBundle('zh-CN', 'rooms')).toBe(false);
  });
});
