import { useTranslation } from 'react-i18next';

/** Names of evidence, for people, as one text. What came after this was written stands for itself. */
export function useEvidenceNames(): (codes: readonly string[]) => string {
  const { t, i18n } = useTranslation('board');
  const nameOf = (code: string) =>
    i18n.exists(`board:evidence.${code}`) ? t(`evidence.${code as 'place'}`) : code;
  return (codes) => codes.map(nameOf).join(i18n.language === 'en' ? ', ' : '、');
}
