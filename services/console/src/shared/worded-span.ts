import type { TFunction } from 'i18next';

const minuteMs = 60_000;

/** Whole days, hours and minutes of a span, the greatest first, and none that is nothing. */
export function partsOfSpan(milliseconds: number): ['days' | 'hours' | 'minutes', number][] {
  const whole = Math.floor(Math.abs(milliseconds) / minuteMs);
  const days = Math.floor(whole / 1_440);
  const hours = Math.floor((whole % 1_440) / 60);
  const parts = [
    ['days', days],
    ['hours', hours],
    ['minutes', whole % 60],
  ] as const;
  return parts.filter(([, count]) => count > 0).map(([name, count]) => [name, count]);
}

/** A span that is over in words, `5 h 56 min`: nobody counts its seconds any more. */
export function wordedSpan(t: TFunction, milliseconds: number): string {
  const parts = partsOfSpan(milliseconds).map(([name, count]) => t(`time.${name}`, { count }));
  return parts.length === 0 ? t('time.underMinute') : parts.join(' ');
}
