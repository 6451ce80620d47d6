import type { CaseView } from '../case-queries.js';
import type { Asked } from './command-drawer.js';

/** A request for more time ended by who asked for it: the command that refuses it, and no reason is asked of them. */
export const takeBack = (clockId: string, title: string): Asked => ({
  ...{ command: 'refuse-extension', title, preset: { clockId, reason: 'other' } },
});

/** The one clock for which more time is asked, where it is the reader who asks. */
export function ownRequest(clocks: CaseView['clocks'], actor: string): string | undefined {
  const asked = clocks.filter(({ extensionRequestedBy }) => extensionRequestedBy !== undefined);
  const [first, another] = asked;
  return first?.extensionRequestedBy === actor && !another ? first.clockId : undefined;
}
