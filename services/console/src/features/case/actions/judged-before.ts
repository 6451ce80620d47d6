import type { CaseView } from '../case-queries.js';

type Values = Readonly<Record<string, unknown>>;

/** What a triage begins with: as the case was judged last. */
export function judgedBefore({ triage, severity, stage }: JudgedCase): Values {
  const { emotionLevel, customerType, complaintTier } = triage ?? {};
  return {
    ...(stage === 'control' && { severity }),
    ...(emotionLevel && { emotionLevel }),
    ...(customerType && { customerType }),
    ...(complaintTier && { complaintTier }),
  };
}
type JudgedCase = Pick<CaseView, 'triage' | 'severity' | 'stage'>;

/**
 * Of a triage what was judged anew: a tier that nobody touched is not named again, so that it rises with what is found. With
 * nothing anew all of it is said again, for the note that goes with it.
 */
export function judgedAnew(body: Values, before: Values): Record<string, unknown> {
  const anew = Object.entries(body).filter(([name, value]) => value !== before[name]);
  const isJudged = anew.some(([name]) => name !== 'note');
  return isJudged ? Object.fromEntries(anew) : { ...body };
}
