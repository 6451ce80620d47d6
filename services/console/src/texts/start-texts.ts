import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, zh } from './resources.js';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'clearline.language';

/** What was chosen on this machine, or what the browser asks for; Chinese where it asks for neither. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  const known = languages.find((one) => one === chosen);
  if (known) return known;
  const asked = navigator.languages.find((one) => /^(zh|en)\b/i.test(one));
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** Before anything is drawn: no text is ever seen untranslated. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  });
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    defaultNS: 'common',
    resources: { en, 'zh-CN': zh },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Kept on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}
