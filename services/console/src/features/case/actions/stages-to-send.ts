import type { CaseView } from '../case-queries.js';
import type { EvidenceValues, KnownEvidence } from './known-evidence.js';

type Stages = Readonly<Record<string, EvidenceValues>>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Everything that is known, by stage. */
export const filledIn = ({ held, told }: KnownEvidence): Stages =>
  Object.fromEntries(
    Object.entries(held).map(([stage, values]) => [stage, { ...values, ...told[stage] }]),
  );

/**
 * The evidence to send, of a form and of what it was filled with `before` anybody touched it: of the stage that the case is at, and of those
 * after it in which something was said anew. What the case holds already is not sent again.
 */
export function stagesToSend(
  of: Pick<CaseView, 'stage' | 'missing'>,
  { form, before, known }: { form: Stages; before: Stages; known: KnownEvidence },
  /** Later ones that are looked at and complete as they are: nothing need be said anew. */
  looked: readonly string[] = [],
): Record<string, EvidenceValues> {
  const isNew = (stage: string, name: string, value: unknown) =>
    !isSame(value, before[stage]?.[name]);
  const meant = Object.entries(form).filter(
    ([stage, values]) =>
      stage === of.stage ||
      looked.includes(stage) ||
      Object.entries(values).some(([name, value]) => isNew(stage, name, value)),
  );
  const sent = meant.map(([stage, values]) => {
    const isAsked = (name: string) => stage === of.stage && of.missing.includes(name);
    const isHeld = (name: string) => known.held[stage]?.[name] !== undefined && !isAsked(name);
    const fields = Object.entries(values).filter(
      ([name, value]) => isNew(stage, name, value) || !isHeld(name),
    );
    return [stage, Object.fromEntries(fields)] as const;
  });
  // A stage that asks for nothing more ends with empty hands.
  const empty = [of.stage, ...looked].map((stage) => [stage, {}] as const);
  return { ...Object.fromEntries(empty), ...Object.fromEntries(sent) };
}

/** How a field of a stage stands before it is filled in; then what was needed is `filled`. */
export type EvidenceMark = 'needed' | 'filled' | 'confirm' | 'given';
export const markColours = {
  needed: 'warning',
  filled: 'success',
  confirm: 'processing',
  given: 'success',
} as const satisfies Record<EvidenceMark, string>;

/** What was asked for and has something in it is asked for no more, nor is what somebody wrote over what was known. */
export function markNow(mark: EvidenceMark, value: unknown, isChanged = false): EvidenceMark {
  const isEmpty =
    value === undefined ||
    value === null ||
    value === false ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'string' && value.trim() === '');
  const isOpen = mark === 'needed' || (mark === 'confirm' && isChanged);
  return isOpen && !isEmpty ? 'filled' : mark;
}

/** Of the stage that a case is at the case says what is missing; of those after it only what is known tells. */
export function markOf(
  of: Pick<CaseView, 'stage' | 'missing'>,
  known: KnownEvidence,
  stage: string,
  name: string,
): EvidenceMark {
  const isKnown = known.held[stage]?.[name] !== undefined;
  const isGiven = stage === of.stage ? !of.missing.includes(name) : isKnown;
  if (isGiven) return 'given';
  return isKnown || known.told[stage]?.[name] !== undefined ? 'confirm' : 'needed';
}

/** Where in the form each lies that a refusal names: `place` of the stage that the case is at, `listen.place` of another. */
export function placesOf(missing: readonly string[], stage: string): [string, string][] {
  return missing.map((path) => {
    const [first = '', second] = path.split('.');
    return second === undefined ? [stage, first] : [first, second];
  });
}
