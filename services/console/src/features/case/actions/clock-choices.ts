import type { CaseView } from '../case-queries.js';
import { isLive } from '../clocks/clock-share.js';
import type { CommandName } from '../words.js';

type Clock = CaseView['clocks'][number];
type Facts = Pick<Clock, 'state' | 'extendableBy' | 'extensionRequestedBy'>;

/** Whether more time may be asked for: its policy knows extensions, and nobody asks already. */
export const isExtendable = ({ extendableBy, extensionRequestedBy }: Omit<Facts, 'state'>) =>
  extendableBy !== undefined && extensionRequestedBy === undefined;

/** The clocks that a command can be about: what would be refused for each of the others is not offered. */
export function clocksFor<C extends Facts>(command: CommandName | undefined, clocks: readonly C[]) {
  switch (command) {
    case 'request-extension':
      return clocks.filter(isExtendable);
    case 'approve-extension':
    case 'refuse-extension':
      return clocks.filter(({ extensionRequestedBy }) => extensionRequestedBy !== undefined);
    default:
      return clocks.filter(isLive);
  }
}
