import type { RemedyAnswer } from '#contracts';
import type { SimulatedAction } from '../../cli/src/simulate/simulated-action.js';

const personal = new Set([
  'name',
  'phone',
  'email',
  'statement',
  'remedySought',
  'note',
  'comment',
  'facts',
  'place',
  'remedyOffered',
  'rootCause',
  'preventiveAction',
  'restatement',
  'apology',
  'resolution',
  'result',
  'text',
  'concern',
  'answer',
  'wish',
  'patient',
  'reaction',
  'reference',
  'content',
]);

/** What is answered to an order is words, to a remedy a code. */
const codes: readonly string[] = ['accepted', 'refused', 'counter-wish'] satisfies RemedyAnswer[];

/** Every text of a simulation that may be read only by those who work on the case, each once. */
export function personalTexts(actions: Iterable<SimulatedAction>): string[] {
  const texts = new Set<string>();
  const visit = (value: unknown, name: string): void => {
    if (typeof value === 'string' && personal.has(name)) {
      if (!codes.includes(value)) texts.add(value);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) visit(inner, key);
    }
  };
  for (const action of actions) if (action.kind !== 'organisation') visit(action, '');
  return [...texts];
}
