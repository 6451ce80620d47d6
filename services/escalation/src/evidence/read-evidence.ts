import type { Envelope, EvidenceByStage } from '#contracts';
import type { Tx } from '#platform';
import { Problem } from '#platform';
import type { EvidenceByWorkStage, SealedEvidence } from '../domain/evidence/evidence-command.js';
import { stageEvidence } from '../domain/evidence/stage-evidence.js';
import { workStages } from '../domain/case-state.js';
import type { WorkStage } from '../domain/case-state.js';

type Seal = (texts: Record<string, string>) => Promise<Record<string, Envelope>>;
type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** Evidence of a stage with its texts sealed. */
export async function sealEvidence(
  stage: WorkStage,
  given: Given,
  seal: Seal,
): Promise<SealedEvidence> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const isText = ([name]: [string, unknown]) => stageEvidence[stage][name] === 'text';
  const texts = entries.filter(isText).map(([name, value]) => [name, String(value)]);
  const evidence = Object.fromEntries(entries.filter((entry) => !isText(entry)));
  return {
    evidence: evidence as SealedEvidence['evidence'],
    texts: await seal(Object.fromEntries(texts) as Record<string, string>),
  };
}

/** Evidence of several stages with its texts sealed. */
export async function sealStages(given: EvidenceByStage, seal: Seal): Promise<EvidenceByWorkStage> {
  const sealed: EvidenceByWorkStage = {};
  for (const stage of workStages) {
    const evidence = given[stage];
    if (evidence) sealed[stage] = await sealEvidence(stage, evidence, seal);
  }
  return sealed;
}

/**
 * Codes that evidence or an amendment names must be of the organisation.
 * @throws Problem `validation` that names each one that is not
 */
export async function requireKnownCodes(tx: Tx, name: string, input: unknown): Promise<void> {
  const named = namedCodes(name, input);
  if (named.length === 0) return;
  const rows = await tx.query<{ kind: string; code: string }>(
    `select kind, code from directory where active and (kind, code) in
       (select kind, code from json_to_recordset($1::json) as r(kind text, code text))`,
    [JSON.stringify(named)],
  );
  const known = new Set(rows.map(({ kind, code }) => `${kind} ${code}`));
  const errors = named
    .filter(({ kind, code }) => !known.has(`${kind} ${code}`))
    .map(({ kind, path }) => ({
      path,
      rule: 'unknown-code',
      message: `no active ${kind} has this code`,
    }));
  if (errors.length > 0) throw new Problem('validation', { errors });
}

const kinds = { product: 'product', category: 'category', department: 'unit' } as const;

function namedCodes(name: string, input: unknown): { kind: string; code: string; path: string }[] {
  if (name === 'amend-codes') return codesOf(input as Given);
  return evidenceOf(name, input).flatMap(([at, given]) => codesOf(given, at));
}

/** A clock beside the desk may go ahead of ours by so much. */
const aheadMs = 5 * 60_000;

/**
 * What is complained of has happened.
 * @throws Problem `validation` for an instant of it in the future
 */
export function refuseFuture(name: string, input: unknown, now: number): void {
  const [at] = evidenceOf(name, input).flatMap(([path, { happenedAt }]) =>
    typeof happenedAt === 'string' && Date.parse(happenedAt) > now + aheadMs ? [path] : [],
  );
  if (at === undefined) return;
  const error = { rule: 'in-the-future', message: 'it lies in the future' };
  throw new Problem('validation', { errors: [{ path: `${at}happenedAt`, ...error }] });
}

/** Evidence that a command gives, with the path of its fields. */
function evidenceOf(name: string, input: unknown): [path: string, given: Given][] {
  const { evidence } = (input ?? {}) as { evidence?: object };
  if (!evidence) return [];
  if (name !== 'complete-stages') return [['evidence.', evidence as Given]];
  return Object.entries(evidence as Record<string, Given>).map(([stage, given]) => [
    `evidence.${stage}.`,
    given,
  ]);
}

function codesOf(given: Given, at = ''): { kind: string; code: string; path: string }[] {
  return Object.entries(kinds).flatMap(([field, kind]) => {
    const code = given[field];
    if (typeof code !== 'string' || (code === 'none' && kind === 'product')) return [];
    return [{ kind, code, path: `${at}${field}` }];
  });
}
