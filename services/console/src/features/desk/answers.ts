import { tiers } from './desk-types.js';
import type { StandardAnswer, Tier } from './desk-types.js';

/** What of a standard answer is read out to a customer of a tier: its own wording, else that of the next tier below. */
export function wordingFor({ tiers: said }: Pick<StandardAnswer, 'tiers'>, tier: Tier) {
  const reached = tiers.slice(0, tiers.indexOf(tier) + 1);
  const own = reached.findLast((one) => said[one] !== undefined) ?? 'standard';
  const { wording, benefit = null } = said[own] ?? said.standard;
  return { tier: own, wording, benefit };
}

/** Those in force that hold every word of what is looked for, in any of their languages; all of them for no word. */
export function lookUp(answers: readonly StandardAnswer[], text: string): StandardAnswer[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return answers.filter((one) => {
    if (!one.isActive) return false;
    const held = textOf(one);
    return words.every((word) => held.includes(word));
  });
}

function textOf({ name, questions, tiers: said }: StandardAnswer): string {
  const wordings = Object.values(said).flatMap(({ wording }) => [wording.zh, wording.en]);
  return [name.zh, name.en, ...questions, ...wordings].join('\n').toLowerCase();
}
