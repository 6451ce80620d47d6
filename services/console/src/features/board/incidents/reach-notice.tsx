import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { waysOfCases } from './ways-of-cases.js';
import type { CountedWay } from './ways-of-cases.js';

interface Props {
  cases: readonly IncidentCases['incident'][];
  way: string;
  sendsMail: boolean;
}

/** Before anything is sent: how many each channel reaches, and whom somebody has to call or write to otherwise. */
export function ReachNotice({ cases, way, sendsMail }: Props) {
  const { t } = useTranslation('board');
  if (way !== 'as-it-came') {
    return way === 'email' ? <Alert type="info" showIcon title={t('answers.needAddress')} /> : null;
  }
  const { written, toCall, byMail } = waysOfCases(cases, sendsMail);
  const listed = (ways: readonly CountedWay[]) =>
    ways
      .map(([channel, n]) => t('answers.byWay', { way: t(`channel.${channel}`), n }))
      .join(t('snooze.and'));
  const calls = toCall.reduce((sum, [, n]) => sum + n, 0);
  const isShort = calls + byMail > 0;
  return (
    <Alert
      type={isShort ? 'warning' : 'info'}
      showIcon
      title={
        written.length > 0
          ? t('answers.reaches', { ways: listed(written) })
          : t('answers.reachesNobody')
      }
      description={
        isShort && (
          <>
            {byMail > 0 && <div>{t('answers.noMail', { n: byMail })}</div>}
            {calls > 0 && <div>{t('answers.toCall', { n: calls, ways: listed(toCall) })}</div>}
          </>
        )
      }
    />
  );
}
