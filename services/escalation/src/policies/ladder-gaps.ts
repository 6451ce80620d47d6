import type { ChainWarningView } from '#contracts';
import type { Queries } from '#platform';
import type { Gap } from './chain-words.js';

/** A gap as it is told in mails, whose words are those of their reader. */
export function gapOf({ rule, ladder, level, people }: ChainWarningView): Gap {
  return { rule, ladder, ...(level !== null && { level }), ...(people && { people }) };
}

const peopleOf = ({ people = [] }: Gap) => people;

/** Of one place. Whether nobody of a level or only some of its people are concerned are two things to mend. */
const isBeside = (one: Gap) => (other: Gap) =>
  one.rule === other.rule &&
  one.ladder === other.ladder &&
  one.level === other.level &&
  (peopleOf(one).length === 0) === (peopleOf(other).length === 0);

/** What was found beyond what is known. A gap is another one once it concerns people whom it did not. */
export function gapsBeyond(found: readonly Gap[], known: readonly Gap[]): Gap[] {
  return found.filter((one) => {
    const isCovered = (other: Gap) =>
      peopleOf(one).every((person) => peopleOf(other).includes(person));
    return !known.filter(isBeside(one)).some(isCovered);
  });
}

/** Whether anything of what was told is still so, be it for one of its people. */
export function isAnyLeft(told: readonly Gap[], found: readonly Gap[]): boolean {
  return told.some((one) => {
    const people = peopleOf(one);
    const concerns = (other: Gap) =>
      people.length === 0 || peopleOf(other).some((person) => people.includes(person));
    return found.filter(isBeside(one)).some(concerns);
  });
}

/** What the latest look at the ladders found, and which gaps anybody was mailed until then; nothing before the first. */
export async function latestGaps(tx: Queries): Promise<{ found: Gap[]; mailed: Gap[] }> {
  const [latest] = await tx.query<{ warnings: string; mailed: string }>(
    `select warnings, mailed from chain_checks order by day desc limit 1`,
  );
  if (latest === undefined) return { found: [], mailed: [] };
  const found = (JSON.parse(latest.warnings) as ChainWarningView[]).map(gapOf);
  return { found, mailed: JSON.parse(latest.mailed) as Gap[] };
}
