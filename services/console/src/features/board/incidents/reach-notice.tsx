import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { waysOfCases } from './ways-of-cases.js';
import type { CountedWay } from './ways-of-cases.js';

/** Before anything is sent: how many each channel reaches, and whom somebody has to call instead. */
export function ReachNotice(props: { cases: readonly IncidentCases['incident'][]; way: string }) {
  const { t } = useTranslation('board');
  const { cases, way } = props;
  if (way !== 'as-it-came') {
    return way === 'email' ? <Alert type="info" showIcon title={t('answers.needAddress')} /> : null;
  }
  const { written, toCall } = waysOfCases(cases);
  const listed = (ways: readonly CountedWay[]) =>
    ways
      .map(([channel, n]) => t('answers.byWay', { way: t(`channel.${channel}`), n }))
      .join(t('snooze.and'));
  const calls = toCall.reduce((sum, [, n]) => sum + n, 0);
  return (
    <Alert
      type={calls > 0 ? 'warning' : 'info'}
      showIcon
      title={
        written.length > 0
          ? t('answers.reaches', { ways: listed(written) })
          : t('answers.reachesNobody')
      }
      description={calls > 0 && t('answers.toCall', { n: calls, ways: listed(toCall) })}
    />
  );
}
