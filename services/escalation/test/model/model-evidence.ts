import type { ComplaintFacts } from '../../src/domain/case-command.js';
import { stages, working } from './model-words.js';

export type Facts = Readonly<Record<string, unknown>>;

/** What evidence is about, of a case. */
interface Known {
  readonly complaint: ComplaintFacts;
  readonly stage: string;
  readonly owner: string | undefined;
  readonly contacted: string | undefined;
  readonly emotion: boolean;
  readonly product: string | undefined;
  readonly category: string;
  readonly unit: string | undefined;
  readonly kept: Readonly<Record<string, Facts>>;
  readonly settled: ReadonlySet<string>;
}

const asked: Readonly<Record<string, readonly string[]>> = {
  control: ['owner', 'acknowledged', 'emotionLevel'],
  listen: ['contact', 'facts', 'happenedAt', 'place', 'product', 'remedySought'],
  establish: ['restatement', 'confirmed', 'category', 'department'],
  apologise: ['apology', 'apologyChannel', 'remedyOffered'],
  resolve: ['resolution', 'remedyCost', 'rootCause', 'preventiveAction', 'customerTold'],
};

/** Whether a stage up to this one still lacks something that is asked for. */
export function lacksEvidence(
  model: Known,
  to: string,
  given: Record<string, Facts> = {},
): boolean {
  return working.slice(stages.indexOf(model.stage), stages.indexOf(to) + 1).some((stage) => {
    return lacking(model, stage, given[stage]).length > 0;
  });
}

/** What one stage still lacks. */
export function lacking(model: Known, stage: string, given: Facts = {}): string[] {
  const facts: Facts = { ...model.kept[stage], ...given };
  return asked[stage]!.filter((name) => !isProven(model, name) && !isSaid(facts[name]));
}

function isProven(model: Known, name: string): boolean {
  const { channel } = model.complaint.dimensions;
  if (name === 'owner') return model.owner !== undefined;
  if (name === 'contact') return model.contacted !== undefined || channel === 'phone';
  if (name === 'acknowledged') return model.contacted === 'outbound';
  if (name === 'emotionLevel') return model.emotion;
  if (name === 'product') return model.product !== undefined;
  if (name === 'category') return model.category !== 'unclassified';
  if (name === 'department') return model.unit !== undefined;
  return model.settled.has(name);
}

/** Evidence says where a case belongs that nobody has placed; it never moves one. */
export function wouldMove(model: Known, stage: string, given: Facts): boolean {
  const isOther = (name: string, place: string | undefined) =>
    place !== undefined && given[name] !== undefined && given[name] !== place;
  if (stage === 'listen') return isOther('product', model.product);
  if (stage !== 'establish') return false;
  const category = model.category === 'unclassified' ? undefined : model.category;
  return isOther('category', category) || isOther('department', model.unit);
}

const isSaid = (value: unknown) => value !== undefined && value !== false;

/** What it is about turns out to be something else, at any time; no rule of the model's policy looks at that. */
export function putRight(
  model: { category: string; product: string | undefined },
  { category = model.category, product = model.product }: { category?: string; product?: string },
): undefined {
  model.category = category;
  model.product = product === 'none' ? undefined : product;
}
