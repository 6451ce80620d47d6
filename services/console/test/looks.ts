import { en, zh } from './all-texts.js';

export const languages = ['zh-CN', 'en'] as const;
export const themes = ['light', 'dark'] as const;

/**
 * In which languages a file of tests does what people do: in one of them, in the next file in the other, as every screen
 * is looked at in both; with CLEARLINE_WHOLE in both.
 */
export function spokenIn(file: string): readonly (typeof languages)[number][] {
  if (process.env['CLEARLINE_WHOLE']) return languages;
  const [name = ''] = file.split(/[\\/]/).slice(-1);
  return [languages[name.length % 2]!];
}

export interface Look {
  language: (typeof languages)[number];
  theme: (typeof themes)[number];
}

export const looks: readonly Look[] = languages.flatMap((language) =>
  themes.map((theme) => ({ language, theme })),
);

/** Sizes of windows that pictures are made in. */
export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export const textsOf = ({ language }: Pick<Look, 'language'>) => (language === 'en' ? en : zh);

/** A text with its values, `Signed in as {{username}}`. */
export const filled = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** The name of a button: antd draws two Chinese characters apart. */
export const spaced = (text: string) =>
  new RegExp(
    `^${[...text].map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')).join('\\s*')}$`,
    'u',
  );
