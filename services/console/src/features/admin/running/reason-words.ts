import { useTranslation } from 'react-i18next';

const known = [
  'unknown-type',
  'invalid-data',
  'malformed',
  'conflicting-duplicate',
  'handler-failed',
  'awaiting-case',
  'queued',
] as const;

/** What a reason means and what helps, in words; another one stands as its code. */
export function useReasonWords(): (reason: string) => { short: string; long: string } {
  const { t } = useTranslation('admin');
  return (reason) => {
    const found = known.find((one) => one === reason);
    if (!found) return { short: reason, long: t('reasons.other') };
    return { short: t(`reasons.${found}.short`), long: t(`reasons.${found}.long`) };
  };
}
