import { useTranslation } from 'react-i18next';
import type { CountedWay } from './ways-of-cases.js';

/** Channels with how many cases each has, in a line. */
export function useListedWays(): (ways: readonly CountedWay[]) => string {
  const { t } = useTranslation('board');
  return (ways) =>
    ways
      .map(([channel, n]) => t('answers.byWay', { way: t(`channel.${channel}`).toLowerCase(), n }))
      .join(t('snooze.and'));
}
