import { blanksOf } from '../../../shared/blanks.js';

import type { Party } from '../case-queries.js';
import type { Reply } from './drafts.js';

/** What a message would be refused for, or should be meant. */
export type Finding =
  'blank-left' | 'holds-a-note' | 'no-address' | 'recipient-changed' | 'recipient-lost';

interface Checked {
  text: string;
  channel: Reply['channel'];
  to: string;
  /** Of a message to a party, whom the case knows how to reach. */
  partyId?: string | undefined;
  parties?: readonly Party[] | undefined;
  /** Where the last mail of the case went. */
  lastTo?: string | null | undefined;
  notes: readonly (string | null)[];
}

/** Shorter passages are rightly in both: a name, a street, a sum. */
const shortestPassage = 8;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const sentences = (text: string) => text.split(/[.!?;。！？；\n]+/u).map(plain);

/** Looks over a message as its reader at the server will; it is looked over there again. */
export function checkReply({ text, channel, to, partyId, parties, lastTo, notes }: Checked) {
  const said = plain(text);
  const quotes = notes
    .flatMap((note) => sentences(note ?? ''))
    .some((passage) => passage.length >= shortestPassage && said.includes(passage));
  const isMail = channel === 'email' && partyId === undefined;
  const party = parties?.find(({ id }) => id === partyId);
  // Until the parties are there nothing is forbidden, and the server refuses.
  const isLost = partyId !== undefined && parties !== undefined && !isReached(party, channel);
  const isElsewhere =
    isMail && !!lastTo && to.trim() !== '' && lastTo.toLowerCase() !== to.trim().toLowerCase();
  const findings: Finding[] = [
    ...(blanksOf(text).length > 0 ? (['blank-left'] as const) : []),
    ...(quotes ? (['holds-a-note'] as const) : []),
    ...(isMail && to.trim() === '' ? (['no-address'] as const) : []),
    ...(isElsewhere ? (['recipient-changed'] as const) : []),
    ...(isLost ? (['recipient-lost'] as const) : []),
  ];
  return findings;
}

/** Whether somebody takes part still, may be told, and is reached by a channel. */
export const isReached = (party: Party | undefined, channel: Reply['channel']) =>
  party !== undefined && party.mayBeTold && party.reachedBy.includes(channel);

/** Nobody can mean these. */
export const isRefused = (finding: Finding) => finding !== 'recipient-changed';
