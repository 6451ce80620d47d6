import { Flex, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { say } from '../shared/say.js';
import { chooseLanguage } from '../texts/load-texts.js';
import type { Language } from '../texts/load-texts.js';
import { appearances, chooseAppearance, useAppearance } from './appearance.js';
import type { Appearance } from './appearance.js';

// A language is named in itself, whatever the other texts are in.
const languageOptions = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] satisfies { value: Language; label: string }[];

/** Language and light or dark, for whoever looks on. */
export function AppearanceMenu() {
  const { t, i18n } = useTranslation();
  const { chosen } = useAppearance();
  const choose = (language: Language) => {
    chooseLanguage(language).catch(() => say('error', t('problem.unreachable')));
  };
  return (
    <Flex gap="small" wrap>
      <Segmented<Language>
        aria-label={t('account.language')}
        options={languageOptions}
        value={i18n.language === 'en' ? 'en' : 'zh-CN'}
        onChange={choose}
      />
      <Segmented<Appearance>
        options={appearances.map((value) => ({ value, label: t(`account.theme.${value}`) }))}
        value={chosen}
        onChange={chooseAppearance}
      />
    </Flex>
  );
}
