import type { IncidentCases } from '../board-types.js';

type Channel = IncidentCases['incident']['channel'];
export type CountedWay = readonly [channel: Channel, n: number];

/** Who complained so said it by word of mouth: nothing that is written reaches them that way. */
const spoken: readonly Channel[] = ['phone', 'visit'];

/** Whether whoever complained that way can be answered that way. */
export const isReachedAsItCame = (channel: Channel, sendsMail: boolean): boolean =>
  !spoken.includes(channel) && (channel !== 'email' || sendsMail);

/** Who sends what goes by a channel: Clearline its mails, staff a letter, for all else the system that subscribes. */
export function senderOf(channel: Channel): 'mail' | 'by-hand' | 'handed-on' {
  if (channel === 'email') return 'mail';
  return channel === 'letter' || spoken.includes(channel) ? 'by-hand' : 'handed-on';
}

/**
 * By which channels cases are answered as each came, and whom somebody has to call instead; the most first. Where no mail
 * can be sent, those that came by mail are reached by none.
 */
export function waysOfCases(
  cases: readonly { channel: Channel }[],
  sendsMail = true,
): {
  written: readonly CountedWay[];
  toCall: readonly CountedWay[];
  byMail: number;
  reached: number;
} {
  const counted = new Map<Channel, number>();
  for (const { channel } of cases) counted.set(channel, (counted.get(channel) ?? 0) + 1);
  const ways = [...counted].sort(([, one], [, other]) => other - one);
  const written = ways.filter(([channel]) => isReachedAsItCame(channel, sendsMail));
  return {
    written,
    toCall: ways.filter(([channel]) => spoken.includes(channel)),
    byMail: sendsMail ? 0 : (counted.get('email') ?? 0),
    reached: written.reduce((sum, [, n]) => sum + n, 0),
  };
}
