import type { RecordedClock } from './recorded-clock.js';

export const whatIfDimensions = [
  'category',
  'severity',
  'tier',
  'channel',
  'product',
  'unit',
] as const;

interface Counted {
  clocks: number;
  recorded: { met: number; breached: number; open: number; none: number };
  /** `warned`: of all of them, those that reached a warning before they stopped, whatever came then. */
  simulated: { met: number; breached: number; open: number; none: number; warned: number };
  toMet: number;
  toBreached: number;
}

/** What one kind of clock comes to, among all cases (`dimension` is `all`) or those of one value. */
export interface WhatIfGroup extends Counted {
  /** `resolution`; with its stage, `stage/listen`. */
  kind: string;
  dimension: 'all' | (typeof whatIfDimensions)[number];
  value: string;
}

/** Verdicts before and after, by kind of clock and by each dimension of the cases. */
export class VerdictCounts {
  private readonly kinds = new Map<string, { all: Counted; by: Map<string, Counted>[] }>();

  add(
    { kind, stage, facts, verdict: before }: RecordedClock,
    verdict: 'met' | 'breached' | 'open' | 'none',
    isWarned: boolean,
    flip: 'to-met' | 'to-breached' | undefined,
  ): void {
    if (before === 'cancelled') return;
    const name = stage === undefined ? kind : `${kind}/${stage}`;
    let found = this.kinds.get(name);
    if (!found) {
      found = { all: nothing(), by: whatIfDimensions.map(() => new Map<string, Counted>()) };
      this.kinds.set(name, found);
    }
    const count = (counted: Counted) => {
      counted.clocks += 1;
      counted.recorded[before] += 1;
      counted.simulated[verdict] += 1;
      if (isWarned) counted.simulated.warned += 1;
      if (flip === 'to-met') counted.toMet += 1;
      if (flip === 'to-breached') counted.toBreached += 1;
    };
    count(found.all);
    for (let index = 0; index < whatIfDimensions.length; index += 1) {
      const value = facts[whatIfDimensions[index]!] ?? '';
      const values = found.by[index]!;
      let counted = values.get(value);
      if (!counted) values.set(value, (counted = nothing()));
      count(counted);
    }
  }

  /** By kind, the whole before its dimensions, the largest value first. */
  groups(): WhatIfGroup[] {
    return [...this.kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([kind, { all, by }]) => [
        { kind, dimension: 'all' as const, value: '', ...all },
        ...by.flatMap((values, index) =>
          [...values]
            .sort(([a, one], [b, other]) => other.clocks - one.clocks || (a < b ? -1 : 1))
            .map(([value, counted]) => {
              return { kind, dimension: whatIfDimensions[index]!, value, ...counted };
            }),
        ),
      ]);
  }
}

function nothing(): Counted {
  return {
    clocks: 0,
    recorded: { met: 0, breached: 0, open: 0, none: 0 },
    simulated: { met: 0, breached: 0, open: 0, none: 0, warned: 0 },
    toMet: 0,
    toBreached: 0,
  };
}
