import { stopWords } from './stop-words.js';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const oneHan = /^\p{Script=Han}$/u;
const longest = 40;

/**
 * The different words of a text, Chinese and English alike, in their order. Numbers say who and when, not
 * what about, and are left out like the words of every text. Single characters side by side are a word that
 * the dictionary lacks (漏气): each pair of them counts, and they don't count once more by themselves.
 */
export function splitTerms(text: string): string[] {
  const terms = new Set<string>();
  let singles: string[] = [];
  const addSingles = () => {
    const [first] = singles;
    if (first && singles.length === 1) terms.add(first);
    for (let i = 1; i < singles.length; i += 1) terms.add(singles[i - 1]! + singles[i]!);
    singles = [];
  };
  for (const { segment, isWordLike } of words.segment(text.normalize('NFKC').toLowerCase())) {
    if (isTerm(segment, isWordLike) && oneHan.test(segment)) {
      singles.push(segment);
      continue;
    }
    addSingles();
    if (isTerm(segment, isWordLike) && segment.length > 1) terms.add(segment);
  }
  addSingles();
  return [...terms];
}

function isTerm(segment: string, isWordLike = false): boolean {
  return isWordLike && !/\d/.test(segment) && segment.length <= longest && !stopWords.has(segment);
}
