import { stopWords } from '../domain/suggestions/stop-words.js';
import { termsOf } from '../repeats/text-similarity.js';

/** What people ask with, whatever they ask about. */
const asking = new Set(
  `get got give want need like know tell ask make let go come see say use please help
   any anything something someone way ways
   我要 我想 想问 想要 想知 问一 一下 咨询 请教 告诉 办理 怎办 咋办`.split(/\s+/),
);
/** Characters that stand in no word that says what a question is about; pairs across the edge of a word have one. */
const particles = /[怎么吗呢吧呀嘛啥咋的]/u;
/** What is left of `I'm`, `don't` and `we'll`. */
const remainders = /^(?:[a-z]|ll|ve|re|don|doesn|didn|isn|can|won)$/;

function isFiller(term: string): boolean {
  if (stopWords.has(term) || asking.has(term) || remainders.test(term)) return true;
  const [first = '', second] = term;
  const isPair = second !== undefined && term.length === 2;
  return particles.test(term) || (isPair && stopWords.has(first) && stopWords.has(second));
}

/**
 * What a question is about, as what it is compared by: its terms without those of every question. How somebody asks
 * says nothing of what they ask: “How do I … my …?” is in most questions.
 */
export const tellingTerms = (text: string): ReadonlySet<string> =>
  new Set([...termsOf(text)].filter((term) => !isFiller(term)));
