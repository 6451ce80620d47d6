import { z } from 'zod';

/** A code that the organisation gave, as events carry it. */
export const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u);

const oneOf = z.array(z.string().min(1)).min(1);

export const caseSeverities = ['low', 'normal', 'high', 'critical'] as const;
export const caseTiers = ['standard', 'quality', 'key', 'vip'] as const;
export const caseChannels = ['phone', 'web', 'app', 'email', 'letter', 'visit', 'social'] as const;
export const caseThreats = ['media', 'regulator', 'leave', 'legal'] as const;

/** Every dimension named must be one of its values; an empty match is every case. */
export const caseMatch = z
  .strictObject({
    category: oneOf.optional(),
    severity: z.array(z.enum(caseSeverities)).min(1).optional(),
    tier: z.array(z.enum(caseTiers)).min(1).optional(),
    channel: z.array(z.enum(caseChannels)).min(1).optional(),
    product: oneOf.optional(),
    unit: oneOf.optional(),
  })
  .default({});
type CaseMatch = z.infer<typeof caseMatch>;

/** What a rule or a queue can look at. */
export interface CaseFacts {
  category: string;
  severity: string;
  tier: string;
  channel: string;
  product?: string;
  unit?: string;
}

/** Whether a case is one of those that a match names. */
export function matchesCase(match: CaseMatch, facts: CaseFacts): boolean {
  return Object.entries(match).every(([name, values]) => {
    const fact = facts[name as keyof CaseFacts];
    return values === undefined || (fact !== undefined && (values as string[]).includes(fact));
  });
}

/** The dimensions that a match looks at, with the values that each takes. */
export const dimensionsOf = (match: CaseMatch): [string, readonly string[]][] =>
  Object.entries(match).filter((entry): entry is [string, string[]] => entry[1] !== undefined);

/** Whether every case of `later` is one of `earlier`. */
export function covers(earlier: { match?: CaseMatch }, later: { match?: CaseMatch }): boolean {
  if (earlier.match === undefined || later.match === undefined) return false;
  const narrow = new Map(dimensionsOf(later.match));
  return dimensionsOf(earlier.match).every(([name, values]) =>
    narrow.get(name)?.every((value) => values.includes(value)),
  );
}
