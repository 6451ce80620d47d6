/** What is known of a case that a search found. */
interface Found {
  number: string;
  /** Not told of a case that cannot be read. */
  stage?: string | undefined;
}

/** An incident by the number of the case that stands for it, with the numbers of those that belong to it. */
export interface KnownIncident {
  number: string;
  members: readonly string[];
}

export type WhyNotJoined =
  | { why: 'ended' | 'chosen' | 'stands' | 'has-cases' | 'belongs-already' }
  | { why: 'belongs'; to: string };

/**
 * Why a case that was found can not belong to the incident `into`, by the rules that the server decides by: what has
 * ended joins nothing, and what stands for others or belongs to others is in one incident already.
 */
export function whyNotJoined(
  { number, stage }: Found,
  known: readonly KnownIncident[],
  into?: string,
  chosen: readonly string[] = [],
): WhyNotJoined | undefined {
  if (number === into) return { why: 'stands' };
  if (chosen.includes(number)) return { why: 'chosen' };
  const whose = known.find(({ members }) => members.includes(number));
  if (whose) {
    return whose.number === into
      ? { why: 'belongs-already' }
      : { why: 'belongs', to: whose.number };
  }
  if (known.some((one) => one.number === number)) return { why: 'has-cases' };
  return stage === 'closed' ? { why: 'ended' } : undefined;
}

/** Why a case can not stand for an incident: one that already stands for one goes on to. */
export function whyNotStanding(
  { number, stage }: Found,
  known: readonly KnownIncident[],
): WhyNotJoined | undefined {
  const whose = known.find(({ members }) => members.includes(number));
  if (whose) return { why: 'belongs', to: whose.number };
  return stage === 'closed' ? { why: 'ended' } : undefined;
}
