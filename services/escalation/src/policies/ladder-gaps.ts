import type { ChainWarningView } from '#contracts';
import type { Queries } from '#platform';
import type { Gap } from './chain-words.js';

/** A gap as it is told in mails, whose words are those of their reader. */
export function gapOf({ rule, ladder, level, people }: ChainWarningView): Gap {
  return { rule, ladder, ...(level !== null && { level }), ...(people && { people }) };
}

const keyOf = ({ rule, ladder, level, people = [] }: Gap) =>
  JSON.stringify([rule, ladder, level ?? null, people]);

/** What was found beyond what is known. A gap is another one once it concerns other people. */
export function gapsBeyond(found: readonly Gap[], known: readonly Gap[]): Gap[] {
  const keys = new Set(known.map(keyOf));
  return found.filter((one) => !keys.has(keyOf(one)));
}

/**
 * What the latest look at the ladders found, nothing before the first.
 * @param lock `for update` for whoever writes what the next one finds
 */
export async function latestGaps(tx: Queries, lock: '' | 'for update' = ''): Promise<Gap[]> {
  const [latest] = await tx.query<{ warnings: string }>(
    `select warnings from chain_checks order by day desc limit 1 ${lock}`,
  );
  if (latest === undefined) return [];
  return (JSON.parse(latest.warnings) as ChainWarningView[]).map(gapOf);
}
