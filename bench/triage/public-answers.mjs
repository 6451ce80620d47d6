// What is suggested for the public messages, taught from nothing but the ten of each category.
import { learner } from './learner.mjs';

/** @returns of each message its suggestions and which of them is right: 1 to 3, or 0 */
export function answersTo({ teach, ask }) {
  const model = learner();
  for (const { text, category } of teach) model.teach(text, category);
  return ask.map(({ id, category, text }) => {
    const suggestions = model.suggest(text);
    const place = suggestions.findIndex((one) => one.category === category) + 1;
    return { id, category, suggestions, place };
  });
}

/** The list that docs/suggestions-judged.md judges; a message is named by its number in the public file. */
export function markdownOf(answers) {
  const rows = answers.map(({ id, category, suggestions, place }, index) => {
    const said = suggestions.map(({ category: name, confidence, terms }, at) => {
      const shown = terms.slice(0, at === 0 ? 5 : 3);
      const reasons = shown.map(({ term, weight }) => `${term} ${weight.toFixed(1)}`).join(', ');
      return `${name} ${confidence.toFixed(2)}${reasons ? `: ${reasons}` : ''}`;
    });
    return `| ${[index + 1, id, category, place || '-', ...said].join(' | ')} | |`;
  });
  return [
    '| | message | about | right | first | second | third | judgement |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
