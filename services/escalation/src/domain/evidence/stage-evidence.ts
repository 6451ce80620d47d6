import { CaseRefusal } from '../case-command.js';
import type { OpenedCase, WorkStage } from '../case-state.js';
import { provenByResolution } from '../resolution/resolution-state.js';

/** Evidence as a command brings it: codes, numbers and flags in the clear, free text sealed. */
export interface GivenEvidence {
  readonly evidence: Readonly<Record<string, string | boolean | number>>;
  readonly texts: Readonly<Record<string, unknown>>;
}

/** `text` is free text, sealed before it is stored; what is `of-case` no command about a stage can give. */
type Kind = 'text' | 'flag' | 'level' | 'amount' | 'code' | 'channel' | 'instant' | 'of-case';

/** What each CLEAR stage must have before it can end, in the order in which it is asked for. */
export const stageEvidence: Record<WorkStage, Readonly<Record<string, Kind>>> = {
  control: { owner: 'of-case', acknowledged: 'flag', emotionLevel: 'level' },
  listen: {
    contact: 'of-case',
    facts: 'text',
    happenedAt: 'instant',
    place: 'text',
    product: 'code',
    remedySought: 'text',
  },
  establish: { restatement: 'text', confirmed: 'flag', category: 'code', department: 'code' },
  apologise: { apology: 'text', apologyChannel: 'channel', remedyOffered: 'text' },
  resolve: {
    resolution: 'text',
    remedyCost: 'amount',
    rootCause: 'text',
    preventiveAction: 'text',
    customerTold: 'flag',
  },
};

/** What the case itself proves, whoever recorded it: nobody is asked for it again. */
const proven: Readonly<Record<string, (state: OpenedCase) => boolean>> = {
  owner: ({ owner }) => owner !== undefined,
  // Who rings or comes has been spoken to; who writes has not.
  contact: ({ contacted, dimensions: { channel } }) =>
    contacted !== undefined || channel === 'phone' || channel === 'visit',
  acknowledged: ({ contacted }) => contacted === 'outbound',
  emotionLevel: ({ triage }) => triage?.emotionLevel !== undefined,
  product: ({ dimensions }) => dimensions.product !== undefined,
  category: ({ dimensions }) => dimensions.category !== 'unclassified',
  department: ({ dimensions }) => dimensions.unit !== undefined,
};

const wanted: Readonly<Record<Kind, string>> = {
  text: 'a text',
  flag: 'true',
  level: 'a whole number from 1 to 5',
  amount: 'a number from 0 on',
  code: 'a code of the organisation',
  channel: 'a channel',
  instant: 'an instant',
  'of-case': 'record it on the case first',
};
const ofCase: Readonly<Record<string, string>> = {
  owner: 'assign the case first',
  contact: 'record a contact first',
};

/** What a stage asks for, in words: `facts: a text, happenedAt: an instant`. */
export function describeEvidence(
  stage: WorkStage,
  names: readonly string[] = Object.keys(stageEvidence[stage]),
): string {
  const kinds = stageEvidence[stage];
  return names
    .map((name) => `${name}: ${ofCase[name] ?? wanted[kinds[name] ?? 'of-case']}`)
    .join(', ');
}

/** All that is missing or says no, of what was kept, is given now or is proven; none lets the stage end. */
export function missingEvidence(
  stage: WorkStage,
  state: OpenedCase,
  { evidence, texts }: GivenEvidence = { evidence: {}, texts: {} },
): string[] {
  const kept = state.evidence?.[stage];
  return Object.entries(stageEvidence[stage])
    .filter(([name, kind]) => {
      if (proven[name]?.(state)) return false;
      if (state.resolution && provenByResolution[name]?.(state.resolution)) return false;
      if (kind === 'text') return texts[name] === undefined && kept?.[name] === undefined;
      return !suffices(kind, evidence[name] ?? kept?.[name]);
    })
    .map(([name]) => name);
}

/**
 * @throws CaseRefusal `missing-evidence` that lists everything the stages still need; of another stage than
 * the one the case is at as `listen.place`
 */
export function requireEvidence(
  state: OpenedCase,
  stages: readonly WorkStage[],
  given: Partial<Record<WorkStage, GivenEvidence>> = {},
): void {
  const lacking = stages
    .map((stage) => ({ stage, names: missingEvidence(stage, state, given[stage]) }))
    .filter(({ names }) => names.length > 0);
  if (lacking.length === 0) return;
  const detail = lacking
    .map(({ stage, names }) => `${stage} can't end without ${describeEvidence(stage, names)}`)
    .join('; ');
  const missing = lacking.flatMap(({ stage, names }) =>
    names.map((name) => (stage === state.stage ? name : `${stage}.${name}`)),
  );
  throw new CaseRefusal('missing-evidence', detail, missing);
}

/** Of what was kept for a stage, all but the texts: those are in the events that kept them. */
export function keptFacts(
  stage: WorkStage,
  { evidence }: OpenedCase,
): Record<string, string | boolean | number> {
  const facts = Object.entries(evidence?.[stage] ?? {});
  return Object.fromEntries(facts.filter(([name]) => stageEvidence[stage][name] !== 'text'));
}

/** What the case is placed by already, of the evidence that places it. */
function placesOf(stage: WorkStage, { dimensions }: OpenedCase): Record<string, string> {
  const { product, category, unit } = dimensions;
  if (stage === 'listen') return product ? { product } : {};
  if (stage !== 'establish') return {};
  return {
    ...(category !== 'unclassified' && { category }),
    ...(unit && { department: unit }),
  };
}

/**
 * Evidence places a case that is not placed yet; a transfer moves it, evidence does not.
 * @throws CaseRefusal `illegal-transition` when it says otherwise than the case
 */
export function refuseMoving(
  stage: WorkStage,
  state: OpenedCase,
  { evidence }: Pick<GivenEvidence, 'evidence'>,
): void {
  for (const [name, place] of Object.entries(placesOf(stage, state))) {
    if (evidence[name] === undefined || evidence[name] === place) continue;
    throw new CaseRefusal('illegal-transition', `the ${name} of the case is ${place} already`);
  }
}

/** Evidence without what would move the case: it was kept before the case was placed otherwise. */
export function withoutMoving(
  stage: WorkStage,
  state: OpenedCase,
  evidence: GivenEvidence['evidence'],
): Record<string, string | boolean | number> {
  const places = placesOf(stage, state);
  return Object.fromEntries(Object.entries(evidence).filter(([name]) => !(name in places)));
}

function suffices(kind: Kind, value: string | boolean | number | undefined): boolean {
  switch (kind) {
    case 'flag':
      return value === true;
    case 'level':
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;
    case 'amount':
      return typeof value === 'number' && value >= 0;
    case 'of-case':
      return false;
    default:
      return typeof value === 'string';
  }
}
