import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogues } from './resources.js';
import type { Namespace } from './resources.js';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'clearline.language';
/** What is on the page by now, and so wanted in a language that is chosen later. */
const opened = new Set<Namespace>(['common']);

/** What was chosen on this machine, or what the browser asks for; Chinese where it asks for neither. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  const known = languages.find((one) => one === chosen);
  if (known) return known;
  const asked = navigator.languages.find((one) => /^(zh|en)\b/i.test(one));
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
});
const started = i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  defaultNS: 'common',
  resources: {},
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  returnNull: false,
});

/**
 * In the language chosen, before anything that shows them is drawn: no text is ever seen untranslated.
 * @throws when they cannot be fetched
 */
export async function loadTexts(namespace: Namespace): Promise<void> {
  opened.add(namespace);
  await started;
  await load(chosenLanguage(), namespace);
}

let lastWanted: Language | undefined;

/**
 * Kept on this machine. Nothing changes until every text of the page is there in that language; of several choices the
 * last one stays.
 * @throws when they cannot be fetched
 */
export async function chooseLanguage(language: Language): Promise<void> {
  lastWanted = language;
  let known: number;
  do {
    known = opened.size;
    await Promise.all([...opened].map((namespace) => load(language, namespace)));
    // A screen that is opened meanwhile is loaded in the language before: its texts are wanted in this one too.
  } while (known < opened.size);
  if (lastWanted !== language) return;
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
}

export const chosenLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** Texts that are read under another name, which is loaded first. */
const partOf: Partial<Record<Namespace, Namespace>> = { rooms: 'board' };
const loadedParts = new Set<string>();

async function load(language: Language, namespace: Namespace): Promise<void> {
  const whole = partOf[namespace];
  if (whole) {
    const part = `${language} ${namespace}`;
    if (loadedParts.has(part)) return;
    const [texts] = await Promise.all([catalogues[namespace][language](), load(language, whole)]);
    // Beside what is there: nothing of it is named the same.
    i18next.addResourceBundle(language, whole, texts);
    loadedParts.add(part);
    return;
  }
  if (i18next.hasResourceBundle(language, namespace)) return;
  i18next.addResourceBundle(language, namespace, await catalogues[namespace][language]());
}
