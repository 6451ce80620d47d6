/** What a person reads, in both languages. */
export interface DemoText {
  zh: string;
  en: string;
}

export type DemoLanguage = keyof DemoText;

/** The language of the terminal: Chinese where its locale says so. */
export function languageOfTerminal(): DemoLanguage {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
}
