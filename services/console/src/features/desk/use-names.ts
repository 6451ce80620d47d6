import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { organisationQuery } from './desk-queries.js';
import type { Organisation } from './desk-types.js';
import { unclassified } from './intake.js';

export interface BothLanguages {
  zh: string;
  en: string;
}
type Kind = 'units' | 'categories' | 'products';

/** What the organisation calls its codes, in the language of whoever reads; a code that it does not name stays itself. */
export function useNames() {
  const { t, i18n } = useTranslation('desk');
  const { data } = useQuery(organisationQuery);
  const said = (name: BothLanguages) => (i18n.language === 'en' ? name.en : name.zh);
  const nameOf = (kind: Kind, code: string) => {
    const found = data?.[kind].find((one) => one.code === code);
    if (found) return said(found.name);
    return code === unclassified ? t('intake.unclassified') : code;
  };
  const optionsOf = (kind: Kind) =>
    activeOf(data, kind).map(({ code, name }) => {
      return { value: code, label: said(name) };
    });
  return { said, nameOf, optionsOf };
}

const activeOf = (organisation: Organisation | undefined, kind: Kind) =>
  organisation?.[kind].filter(({ active }) => active) ?? [];
