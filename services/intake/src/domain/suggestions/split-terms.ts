const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const oneHan = /^\p{Script=Han}$/u;
const longest = 40;

/**
 * The different words of a text, Chinese and English alike, in their order. Numbers say who and when, not
 * what about, and are left out. Two single characters side by side are a word that the dictionary lacks
 * (漏气), so they count as one too.
 */
export function splitTerms(text: string): string[] {
  const terms = new Set<string>();
  let before = '';
  for (const { segment, isWordLike } of words.segment(text.normalize('NFKC').toLowerCase())) {
    const isTerm = isWordLike && !/\d/.test(segment) && segment.length <= longest;
    if (isTerm && (segment.length > 1 || oneHan.test(segment))) terms.add(segment);
    const single = isTerm && oneHan.test(segment) ? segment : '';
    if (single && before) terms.add(before + single);
    before = single;
  }
  return [...terms];
}
