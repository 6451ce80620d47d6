import type { WorkStage } from './case-state.js';

/** Evidence per CLEAR stage. `text` is free text, sealed before it is stored. */
export const stageEvidence: Record<
  WorkStage,
  Readonly<Record<string, 'text' | 'flag' | 'level'>>
> = {
  control: { acknowledged: 'flag', emotionLevel: 'level' },
  listen: { facts: 'text', remedySought: 'text' },
  establish: { restatement: 'text', confirmed: 'flag' },
  apologise: { apology: 'text', apologyChannel: 'text' },
  resolve: { resolution: 'text' },
};

const wanted = { text: 'a text', flag: 'true', level: 'a whole number from 1 to 5' };

/** What a stage asks for, in words: `facts: a text, remedySought: a text`. */
export function describeEvidence(
  stage: WorkStage,
  names = Object.keys(stageEvidence[stage]),
): string {
  const kinds: Readonly<Record<string, keyof typeof wanted>> = stageEvidence[stage];
  return names
    .map((name) => `${name}: ${name in kinds ? wanted[kinds[name]!] : 'assign the case first'}`)
    .join(', ');
}

/** The names of evidence that is missing or says no; an empty list lets the stage end. */
export function missingEvidence(
  stage: WorkStage,
  evidence: Readonly<Record<string, string | boolean | number>>,
  texts: Readonly<Record<string, unknown>>,
  owner: string | undefined,
): string[] {
  const missing = Object.entries(stageEvidence[stage])
    .filter(([name, kind]) => {
      if (kind === 'text') return texts[name] === undefined;
      if (kind === 'flag') return evidence[name] !== true;
      const level = evidence[name];
      return typeof level !== 'number' || !Number.isInteger(level) || level < 1 || level > 5;
    })
    .map(([name]) => name);
  if (stage === 'control' && !owner) missing.unshift('owner');
  return missing;
}
