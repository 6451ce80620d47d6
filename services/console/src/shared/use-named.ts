import { useTranslation } from 'react-i18next';

interface Named {
  zh: string;
  en: string;
}

/** Of a name in both languages, the one of who reads. */
export function useNamed(): (name: Named | string) => string {
  const { i18n } = useTranslation();
  const key = i18n.language === 'en' ? 'en' : 'zh';
  return (name) => (typeof name === 'string' ? name : name[key]);
}
