/** So much of a note in a message is no chance: shorter phrases occur in any two texts about one case. */
const shortest = 8;

/**
 * Whether a message holds a whole sentence that staff noted for each other, whatever its spacing, case and
 * punctuation.
 */
export function quotesNote(message: string, notes: readonly string[]): boolean {
  const text = plain(message);
  return notes.some((note) => passages(note).some((passage) => text.includes(passage)));
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{Cf}]/gu, '')
    .toLowerCase();

const passages = (note: string) =>
  note
    .split(/[。！？；\n.!?;]/u)
    .map(plain)
    .filter(({ length }) => length >= shortest);
