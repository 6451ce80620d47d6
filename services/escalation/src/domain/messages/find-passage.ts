/**
 * How much of a text has to be in a message before it is no chance. A character of a script without
 * spaces says about as much as two and a half letters of the others.
 */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const weightOf = (character: string) => (dense.test(character) ? 5 : 2);
/** A whole sentence: 8 Chinese characters, 20 letters. Shorter ones occur in any two texts about one case. */
const sentenceWeight = 40;
/** Any run, whatever the sentences: 20 Chinese characters, 50 letters. Longer than an address or the name of a firm. */
const runWeight = 100;

/**
 * Whether a message holds a passage of one of `texts` that is not in one of `known` too: a whole sentence, or a run of
 * 20 Chinese characters or 50 letters from anywhere in it, whatever its spacing, width, case and punctuation.
 * @returns the index of the first text with such a passage, -1 without any
 */
export function findPassage(
  message: string,
  texts: readonly string[],
  known: readonly string[] = [],
): number {
  const said = plain(message);
  const runs = new Set(runsOf(said));
  const allowed = known.map(plain);
  const isTold = (passage: string) => allowed.some((text) => text.includes(passage));
  return texts.findIndex(
    (text) =>
      sentencesOf(text).some((sentence) => said.includes(sentence) && !isTold(sentence)) ||
      runsOf(plain(text)).some((run) => runs.has(run) && !isTold(run)),
  );
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase();

const sentencesOf = (text: string) =>
  text
    .split(/[。！？；\n.!?;]/u)
    .map(plain)
    .filter(
      (sentence) =>
        [...sentence].reduce((sum, character) => sum + weightOf(character), 0) >= sentenceWeight,
    );

/** From each character on the shortest run that weighs enough: two texts share one exactly where they share such a run. */
function runsOf(text: string): string[] {
  const characters = [...text];
  const runs: string[] = [];
  let end = 0;
  let weight = 0;
  for (const [start, first] of characters.entries()) {
    while (weight < runWeight && end < characters.length) weight += weightOf(characters[end++]!);
    if (weight < runWeight) break;
    runs.push(characters.slice(start, end).join(''));
    weight -= weightOf(first);
  }
  return runs;
}
