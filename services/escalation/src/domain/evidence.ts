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
