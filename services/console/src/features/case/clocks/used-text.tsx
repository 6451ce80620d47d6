import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../../shared/span.js';
import type { ExplainedClock } from '../case-queries.js';
import { usedBeyond, usedShare } from './clock-share.js';
import { usedInRows } from '../../../shared/whole-seconds.js';
import type { LedgerRow } from './use-ledger-rows.js';

/** How much of its time a clock has used, and how much of that counted after it was due. */
export function UsedText({ clock, rows }: { clock: ExplainedClock; rows: readonly LedgerRow[] }) {
  const { t } = useTranslation('casePage');
  const used = formatSpan(usedInRows(rows, clock.consumedMinutes * 60_000));
  const budget = formatSpan(usedInRows(rows, clock.explanation.budgetMs));
  const beyond = usedBeyond(clock);
  if (!beyond) return t('clocks.reckoned', { used, budget, share: usedShare(clock) });
  return t('clocks.reckonedOn', {
    ...{ used, budget },
    over: formatSpan(beyond.overMs),
    counted: formatSpan(beyond.countedMs),
  });
}
