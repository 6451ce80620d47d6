import type { TFunction } from 'i18next';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { serverTime, useByServerTime, watchServerTime } from './server-time.js';
import { formatSpan, splitDays } from './span.js';
import { wordedSpan } from './worded-span.js';

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

/**
 * How much of the wall's time is left until a clock is due, by the server's time; what does not run stands still. A late
 * clock goes on until it is stopped: how late it is counts until the work is done.
 */
export function Countdown({ clock }: { clock: ShownClock }) {
  const { state, dueAt, stoppedAt } = clock;
  if (state === 'running' || (state === 'breached' && dueAt !== null && !stoppedAt)) {
    return dueAt === null ? <Unknown /> : <Running dueAt={dueAt} />;
  }
  return <Standing {...clock} state={state} />;
}

type StandingClock = ShownClock & { state: Exclude<ShownClock['state'], 'running'> };

function Standing({ state, dueAt, stoppedAt }: StandingClock) {
  const { t } = useTranslation();
  if (state !== 'breached' || !dueAt || !stoppedAt || stoppedAt <= dueAt) {
    return <span>{t(`time.${state}`)}</span>;
  }
  const span = wordedSpan(t, Date.parse(stoppedAt) - Date.parse(dueAt));
  return <span>{t('time.endedLate', { span })}</span>;
}

/** Whole seconds until then; -1 and below for none, one and more that have passed since. */
function secondsUntil(due: number, now: number): number {
  const left = due - now;
  return left >= 0 ? Math.floor(left / 1_000) : -1 - Math.floor(-left / 1_000);
}

function saidOf(t: TFunction, seconds: number): string {
  const isLate = seconds < 0;
  const span = spanOf(t, (isLate ? -1 - seconds : seconds) * 1_000);
  return isLate ? t('time.overdueBy', { span }) : t('time.left', { span });
}

/**
 * Of all that a list shows, this alone changes every second. Its words are written into their place then: drawn anew,
 * those of forty cases took a key's time.
 */
const Running = memo(function Running({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLSpanElement>(null);
  const due = Date.parse(dueAt);
  const isLate = useByServerTime((now) => now && secondsUntil(due, now) < 0);
  useEffect(
    () =>
      watchServerTime((now) => {
        if (place.current && now) place.current.textContent = saidOf(t, secondsUntil(due, now));
      }),
    [t, due],
  );
  const now = serverTime();
  if (isLate === undefined || now === undefined) return <Unknown />;
  return (
    <span ref={place} className={isLate ? 'steady late' : 'steady'}>
      {saidOf(t, secondsUntil(due, now))}
    </span>
  );
});

const Unknown = () => <span aria-hidden>–</span>;
