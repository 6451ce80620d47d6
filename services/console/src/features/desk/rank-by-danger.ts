/** A category with what speaks for it, as closed cases taught it. */
export interface Suggested {
  category: string;
  confidence: number;
  terms: readonly { term: string; weight: number }[];
}

/** What the words of danger in a statement taught by themselves, and which words they are. */
export interface Danger {
  words: readonly string[];
  suggestions: readonly Suggested[];
}

export interface Ranked extends Suggested {
  /** It leads because of the words of danger, however seldom its cases are. */
  isOfDanger: boolean;
}

/** Twice as likely as elsewhere: a word of many cases (gas in “smell of gas”) speaks for each of their categories a little. */
const leastWeight = Math.LN2;

/** As likely as all others together: whoever reads the list takes it for the answer. */
const leads = 0.5;
/** Shown, it would read 0 %. */
const leastShown = 0.005;

const weightOf = ({ terms }: Suggested) => terms.reduce((sum, { weight }) => sum + weight, 0);

/** Whether a suggestion stands out by itself, whatever it rests on. */
export const isLeading = ({ confidence }: Pick<Suggested, 'confidence'>) => confidence >= leads;

/** A learned term is often a part of what shows danger: 煤气 of 煤气味. */
const restsOn = ({ terms }: Suggested, words: readonly string[]) =>
  terms.some(({ term }) => words.some((word) => word.includes(term)));

/**
 * Suggested categories, the one first for which words of danger speak most: beside a leak an agent is not shown a bill
 * first because most who say “at home” complained of theirs. Without danger, or where its words speak for no
 * category, they stay as they were learned, and the one that leads is of danger where it rests on these words as well; the
 * learned confidences are changed never. What would read 0 % is left out.
 */
export function rankByDanger(
  suggested: readonly Suggested[],
  danger: Danger | undefined,
): readonly Ranked[] {
  const plain = suggested
    .filter(({ confidence }) => confidence >= leastShown)
    .map((one) => ({ ...one, isOfDanger: false }));
  const [first] = (danger?.suggestions ?? []).toSorted(
    (one, other) => weightOf(other) - weightOf(one),
  );
  if (!danger || !first) return plain;
  if (weightOf(first) < leastWeight) {
    const [leading, ...rest] = plain;
    // A bill has 煤气 as well: only what the words speak for most is of danger.
    if (leading?.category !== first.category || !isLeading(leading)) return plain;
    return restsOn(leading, danger.words) ? [{ ...leading, isOfDanger: true }, ...rest] : plain;
  }
  const others = plain.filter(({ category }) => category !== first.category);
  return [{ ...first, isOfDanger: true }, ...others].slice(0, Math.max(plain.length, 1));
}
