import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerTime } from './server-time.js';
import { formatSpan, splitDays } from './span.js';

export interface ShownClock {
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  dueAt: string | null;
  /** What stopped late says how late it was, and no more. */
  stoppedAt?: string | null;
}

/** How much of the wall's time is left until a clock is due, by the server's time; what does not run stands still. */
export function Countdown({ clock }: { clock: ShownClock }) {
  const { t } = useTranslation();
  const now = useServerTime();
  const { state, dueAt, stoppedAt } = clock;
  const spanOf = (milliseconds: number) => {
    const { days, restMs } = splitDays(milliseconds);
    return days === 0
      ? formatSpan(restMs)
      : `${t('time.days', { count: days })} ${formatSpan(restMs)}`;
  };
  if (state === 'breached' && dueAt && stoppedAt && stoppedAt > dueAt) {
    const span = spanOf(Date.parse(stoppedAt) - Date.parse(dueAt));
    return <span className="steady">{t('time.overdueBy', { span })}</span>;
  }
  if (state === 'met' || state === 'breached' || state === 'cancelled') {
    return <span>{t(`time.${state}`)}</span>;
  }
  if (state === 'paused') return <span>{t('time.paused')}</span>;
  if (dueAt === null || now === undefined) return <span aria-hidden>–</span>;
  const left = Date.parse(dueAt) - now;
  const span = spanOf(left);
  return left < 0 ? (
    <Typography.Text type="danger" className="steady">
      {t('time.overdueBy', { span })}
    </Typography.Text>
  ) : (
    <span className="steady">{t('time.left', { span })}</span>
  );
}
