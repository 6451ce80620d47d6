import type { IncidentCases } from '../board-types.js';

type Channel = IncidentCases['incident']['channel'];
export type CountedWay = readonly [channel: Channel, n: number];

/** Who complained so said it by word of mouth: nothing that is written reaches them that way. */
const spoken: readonly Channel[] = ['phone', 'visit'];

/** By which channels cases are answered as each came, and whom somebody has to call instead; the most first. */
export function waysOfCases(cases: readonly { channel: Channel }[]): {
  written: readonly CountedWay[];
  toCall: readonly CountedWay[];
} {
  const counted = new Map<Channel, number>();
  for (const { channel } of cases) counted.set(channel, (counted.get(channel) ?? 0) + 1);
  const ways = [...counted].sort(([, one], [, other]) => other - one);
  return {
    written: ways.filter(([channel]) => !spoken.includes(channel)),
    toCall: ways.filter(([channel]) => spoken.includes(channel)),
  };
}
