import type { Asked } from '../actions/command-drawer.js';
import type { Resolution } from '../case-queries.js';
import { isGiven } from '../given-remedy.js';

type Remedy = Pick<Resolution['remedies'][number], 'id'> & Parameters<typeof isGiven>[0];

/** What comes next of a remedy: somebody decides, then the customer answers; what they refused is over. */
export function remedyOffers({ id, ...remedy }: Remedy): Asked[] {
  const preset = { remedyId: id };
  if (remedy.status === 'proposed') {
    return [
      { command: 'approve-remedy', preset },
      { command: 'refuse-remedy', preset },
    ];
  }
  return isGiven(remedy) ? [{ command: 'answer-remedy', preset }] : [];
}
