import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../../shared/span.js';
import type { ExplainedClock } from '../case-queries.js';
import { usedBeyond, usedShare } from './clock-share.js';
import { usedInRows } from '../../../shared/whole-seconds.js';

/** How much of its time a clock has used, and why its reckoning ends with less where it went on behind its due time. */
export function UsedText({ clock }: { clock: ExplainedClock }) {
  const { t } = useTranslation('casePage');
  const { segments } = clock.explanation;
  const used = formatSpan(usedInRows(segments, clock.consumedMinutes * 60_000));
  const budget = formatSpan(clock.explanation.budgetMs);
  const beyond = usedBeyond(clock);
  if (!beyond) return t('clocks.reckoned', { used, budget, share: usedShare(clock) });
  return t('clocks.reckonedOn', {
    ...{ used, budget },
    over: formatSpan(beyond.overMs),
    counted: formatSpan(beyond.countedMs),
  });
}
