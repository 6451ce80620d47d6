import type { CaseView } from '../case-queries.js';
import { isLive, isOpen } from '../clocks/clock-share.js';
import type { CommandName } from '../words.js';

type Clock = CaseView['clocks'][number];
type Facts = Pick<
  Clock,
  'state' | 'stoppedAt' | 'extensions' | 'extendableBy' | 'extensionRequestedBy'
>;

/** Whether more time may be asked for: its policy knows extensions, and nobody asks already. */
export const isExtendable = ({
  extendableBy,
  extensionRequestedBy,
}: Pick<Facts, 'extendableBy' | 'extensionRequestedBy'>) =>
  extendableBy !== undefined && extensionRequestedBy === undefined;

/** Why no more time can be asked for; undefined where it can. */
export function whyNoMoreTime(clock: Facts): 'asked' | 'expired' | 'used-up' | 'never' | undefined {
  if (isExtendable(clock)) return undefined;
  if (clock.extensionRequestedBy !== undefined) return 'asked';
  if (clock.state === 'breached') return 'expired';
  return clock.extensions ? 'used-up' : 'never';
}

/**
 * The clocks that a command can be about: what would be refused for each of the others is not offered. Of more time
 * all are shown, each with what it can have or why it can have none, what can be chosen first.
 */
export function clocksFor<C extends Facts>(command: CommandName | undefined, clocks: readonly C[]) {
  switch (command) {
    case 'request-extension':
      return clocks
        .filter(isOpen)
        .toSorted((one, other) => Number(isExtendable(other)) - Number(isExtendable(one)));
    case 'approve-extension':
    case 'refuse-extension':
      return clocks.filter(({ extensionRequestedBy }) => extensionRequestedBy !== undefined);
    default:
      return clocks.filter(isLive);
  }
}

const aboutClocks: readonly CommandName[] = [
  ...(['request-extension', 'approve-extension', 'refuse-extension'] as const),
];

/** Whether a command asks for one of clocks of which there is none: the case was settled while its form was open. */
export const isWithoutClock = (command: CommandName, clocks: readonly Facts[]): boolean =>
  aboutClocks.includes(command) && clocksFor(command, clocks).length === 0;
