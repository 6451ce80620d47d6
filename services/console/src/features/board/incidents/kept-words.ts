import type { AnswerMessage } from './use-answer-all.js';

/** What the customers of an incident were told together, and as what. */
interface Words {
  kind: AnswerMessage['kind'];
  words: string;
}

const keyOf = (incident: string) => `answer-words:${incident}`;

/** While the tab lives: whoever calls those that the answer did not reach tells them the same. */
export function keepWords(incident: string, said: Words): void {
  sessionStorage.setItem(keyOf(incident), JSON.stringify(said));
}

/** What was kept of an answer of that kind; empty where another tab gave it. */
export function keptWords(incident: string, kind: Words['kind']): string {
  const kept = sessionStorage.getItem(keyOf(incident));
  const said = kept === null ? undefined : (JSON.parse(kept) as Words);
  return said?.kind === kind ? said.words : '';
}
