import { blanksOf } from '../../../shared/blanks.js';

/** What a message would be refused for, or should be meant. */
export type Finding = 'blank-left' | 'holds-a-note' | 'no-address' | 'recipient-changed';

interface Checked {
  text: string;
  channel: string;
  to: string;
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
export function checkReply({ text, channel, to, lastTo, notes }: Checked): Finding[] {
  const said = plain(text);
  const quotes = notes
    .flatMap((note) => sentences(note ?? ''))
    .some((passage) => passage.length >= shortestPassage && said.includes(passage));
  const isMail = channel === 'email';
  const isElsewhere =
    isMail && !!lastTo && to.trim() !== '' && lastTo.toLowerCase() !== to.trim().toLowerCase();
  return [
    ...(blanksOf(text).length > 0 ? (['blank-left'] as const) : []),
    ...(quotes ? (['holds-a-note'] as const) : []),
    ...(isMail && to.trim() === '' ? (['no-address'] as const) : []),
    ...(isElsewhere ? (['recipient-changed'] as const) : []),
  ];
}

/** Nobody can mean these. */
export const isRefused = (finding: Finding) => finding !== 'recipient-changed';
