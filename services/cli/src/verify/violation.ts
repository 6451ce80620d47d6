/** Something that must never be, whatever was killed: the number is that of the rule in docs/operating.md. */
export interface Violation {
  rule: VerifiedRule;
  service: string;
  /** The stream, event or key it was found at. */
  at: string;
  detail: string;
}

export type VerifiedRule =
  | 'accepted-once'
  | 'state-is-fold'
  | 'legal-stages'
  | 'effect-once'
  | 'in-sequence'
  | 'one-outcome'
  | 'one-timer'
  | 'verdict-recomputed'
  | 'untampered'
  | 'files-as-sent';

/** Beyond this many of a rule, more say nothing new. */
const mostOfARule = 50;

/** Collects violations, with the exact number of each rule. */
export class Violations {
  readonly list: Violation[] = [];
  readonly counts: Partial<Record<VerifiedRule, number>> = {};

  add(rule: VerifiedRule, service: string, at: string, detail: string): void {
    const count = (this.counts[rule] ?? 0) + 1;
    this.counts[rule] = count;
    if (count <= mostOfARule) this.list.push({ rule, service, at, detail });
  }
}
