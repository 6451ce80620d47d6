import { commands } from '../../../api/commands.js';
import type { CaseView } from '../case-queries.js';
import type { Field } from './command-field.js';
import type { EvidenceValues, KnownEvidence } from './known-evidence.js';
import { markNow, markOf } from './stages-to-send.js';

type Stages = Readonly<Record<string, EvidenceValues>>;

const [evidence] = commands['complete-stages'].fields;

/** The stages of the work with what each asks for, in their order. */
export const stages = evidence.fields as readonly Field[];

/** What no form gives: it is proven by something that was done with the case. */
const ofCase: readonly string[] = ['owner', 'contact'];

/** What a stage still lacks as its form is filled in, by the names of its fields. */
export function lackingIn(
  of: Pick<CaseView, 'stage' | 'missing'>,
  known: KnownEvidence,
  { name, fields = [] }: Pick<Field, 'name' | 'fields'>,
  form: Stages,
): string[] {
  const later = name === 'listen' && known.lacksContact === true ? ['contact'] : [];
  const proven = name === of.stage ? of.missing.filter((one) => ofCase.includes(one)) : later;
  const values = form[name] ?? {};
  const asked = fields.map((field) => field.name);
  return [
    ...proven,
    ...asked.filter((field) => {
      const mark = markOf(of, known, name, field);
      // What is taken from the complaint is lacking once somebody takes it out.
      return markNow(mark === 'confirm' ? 'needed' : mark, values[field]) === 'needed';
    }),
  ];
}

/**
 * The stages that end, in their order: the one that the case is at, and those after it that are opened or in which
 * something was said anew, as far as nothing lacks on the way. None while the first lacks something.
 */
export function stagesReached(
  of: Pick<CaseView, 'stage' | 'missing'>,
  known: KnownEvidence,
  form: Stages,
  meant: readonly string[],
): string[] {
  const at = stages.findIndex(({ name }) => name === of.stage);
  const ahead = stages.slice(Math.max(0, at));
  const last = ahead.findLastIndex(({ name }) => name === of.stage || meant.includes(name));
  const upTo = ahead.slice(0, last + 1);
  const stop = upTo.findIndex((stage) => lackingIn(of, known, stage, form).length > 0);
  return (stop < 0 ? upTo : upTo.slice(0, stop)).map(({ name }) => name);
}
