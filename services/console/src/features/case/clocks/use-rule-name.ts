import { useTranslation } from 'react-i18next';
import { useWords } from '../words.js';

/** A rule within a sentence: by its name, or as the policy calls it. */
export function useRuleName(): (rule: string) => string {
  const { t } = useTranslation('casePage');
  const words = useWords();
  return (rule) => {
    const name = words.value('policyRule', rule);
    return name === rule ? t('clocks.ruleNamed', { rule }) : name;
  };
}
