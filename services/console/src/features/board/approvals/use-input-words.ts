import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../../shared/use-organisation.js';

/** Where the words for the code of a field are; the first of them that has it says it. */
const places: Readonly<Record<string, readonly string[]>> = {
  reason: [
    ...['approvals.reasons', 'override.reasons', 'incidents.closeReasons', 'reassign.reasons'],
  ],
  stage: ['stage'],
  priority: ['priority'],
  severity: ['priority'],
  tier: ['tier'],
};

/** What a command holds, for people; what has no words stands for itself. */
export function useInputWords() {
  const { t, i18n } = useTranslation('board');
  const { categoryName, productName, unitName } = useOrganisation();
  const wordOf = (paths: readonly string[]) => {
    const found = paths.find((path) => i18n.exists(`board:${path}`));
    return found === undefined ? undefined : t(found as 'title');
  };
  return {
    field: (name: string): string => wordOf([`approvals.fields.${name}`]) ?? name,
    value: (name: string, value: unknown): string => {
      if (typeof value !== 'string') return JSON.stringify(value);
      if (name === 'to') return unitName(value);
      if (name === 'category') return categoryName(value);
      if (name === 'product')
        return value === 'none' ? t('approvals.noProduct') : productName(value);
      return wordOf((places[name] ?? []).map((place) => `${place}.${value}`)) ?? value;
    },
  };
}
