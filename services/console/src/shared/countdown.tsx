import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useByServerTime } from './server-time.js';
import { formatSpan, splitDays } from './span.js';

export interface ShownClock {
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  dueAt: string | null;
  /** What stopped late says how late it was, and no more. */
  stoppedAt?: string | null;
}

function spanOf(t: TFunction, milliseconds: number): string {
  const { days, restMs } = splitDays(milliseconds);
  const rest = formatSpan(restMs);
  return days === 0 ? rest : `${t('time.days', { count: days })} ${rest}`;
}

/** How much of the wall's time is left until a clock is due, by the server's time; what does not run stands still. */
export function Countdown({ clock }: { clock: ShownClock }) {
  const { t } = useTranslation();
  const { state, dueAt, stoppedAt } = clock;
  if (state === 'breached' && dueAt && stoppedAt && stoppedAt > dueAt) {
    const span = spanOf(t, Date.parse(stoppedAt) - Date.parse(dueAt));
    return <span className="steady">{t('time.overdueBy', { span })}</span>;
  }
  if (state !== 'running') return <span>{t(`time.${state}`)}</span>;
  return dueAt === null ? <Unknown /> : <Running dueAt={dueAt} />;
}

/** Whole seconds until then; -1 and below for none, one and more that have passed since. */
function secondsUntil(due: number, now: number): number {
  const left = due - now;
  return left >= 0 ? Math.floor(left / 1_000) : -1 - Math.floor(-left / 1_000);
}

/** Of all that a list shows, this alone is drawn again every second. */
const Running = memo(function Running({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation();
  const due = Date.parse(dueAt);
  const seconds = useByServerTime((now) => now && secondsUntil(due, now));
  if (seconds === undefined) return <Unknown />;
  const isLate = seconds < 0;
  const span = spanOf(t, (isLate ? -1 - seconds : seconds) * 1_000);
  return isLate ? (
    <span className="steady late">{t('time.overdueBy', { span })}</span>
  ) : (
    <span className="steady">{t('time.left', { span })}</span>
  );
});

const Unknown = () => <span aria-hidden>–</span>;
