import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverTime, useByServerTime } from '../../../shared/server-time.js';
import { wordedSpan } from '../../../shared/worded-span.js';
import type { ExplainedClock } from '../case-queries.js';
import { lateRow } from './late-row.js';

export interface LedgerRow {
  type: string;
  from: string;
  to: string;
  text: string;
  countedMs: number;
  totalMs: number;
}

/** The server's time when what `mark` stands for was read: what is late is reckoned to there, as what was used is. */
export function useTimeOf(mark: unknown): number | undefined {
  const isKnown = useByServerTime((now) => now !== undefined);
  return useMemo(() => (isKnown && mark !== undefined ? serverTime() : undefined), [isKnown, mark]);
}

/** The rows of a clock's reckoning, with what followed it where the clock is late. */
export function useLedgerRows(): (
  clock: ExplainedClock,
  readAt: number | undefined,
) => LedgerRow[] {
  const { t, i18n } = useTranslation('casePage');
  const common = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (clock, readAt) => {
    const rows = clock.explanation.segments.map(({ text, ...row }) => ({
      ...row,
      text: text[language],
    }));
    const late = lateRow(clock, readAt);
    if (!late) return rows;
    const span = wordedSpan(common.t, late.lateMs);
    const name = clock.stoppedAt === undefined ? 'clocks.lateSoFar' : 'clocks.lateUntilStopped';
    return [...rows, { ...late, text: t(name, { span }) }];
  };
}
