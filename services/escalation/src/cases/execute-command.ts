import { assignReason, caseCommandBodies, closeReason, readReason, reopenReason } from '#contracts';
import type { CaseCommandName, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { currentContext, parseOrProblem, Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { requireAgent } from '../agents/agents.js';
import { CaseRefusal } from '../domain/case-command.js';
import type { CaseCommand } from '../domain/case-command.js';
import { workStages } from '../domain/case-state.js';
import type { WorkStage } from '../domain/case-state.js';
import { describeEvidence, stageEvidence } from '../domain/evidence.js';
import { CaseBatch } from './case-batch.js';
import type { CaseParts } from './case-parts.js';
import { getCase } from './case-queries.js';
import type { StoredCase } from './case-queries.js';

const supervisorsOnly = new Set<CaseCommandName>(['assign', 'reopen']);

/**
 * One command on one case in one transaction: lock, decide, append, write back.
 * @throws Problem `stale-version`, `illegal-transition`, `missing-evidence`, `validation`, `forbidden`, `not-found`
 */
export async function executeCommand(
  runtime: ServiceRuntime,
  parts: CaseParts,
  reference: string,
  name: string,
  body: unknown,
  principal: Principal,
): Promise<StoredCase> {
  const schema = Object.hasOwn(caseCommandBodies, name)
    ? caseCommandBodies[name as CaseCommandName]
    : undefined;
  if (!schema) throw new Problem('not-found', { detail: `no command ${name}` });
  if (supervisorsOnly.has(name as CaseCommandName) && !isSupervisor(principal)) {
    throw new Problem('forbidden', { detail: `${name} is a supervisor's command` });
  }
  const input = parseOrProblem<Record<string, unknown>>(schema, body ?? {});
  const found = await getCase(runtime.database, reference);
  const { id, customerId } = found.state;
  const result = await runtime.database.transaction(async (tx) => {
    const batch = await CaseBatch.load(tx, [id], parts);
    const loaded = batch.get(id);
    const expected = input['expectedVersion'];
    if (expected !== undefined && expected !== loaded.head.version) {
      throw new Problem('stale-version', { extra: { version: loaded.head.version } });
    }
    if (name === 'assign') await requireAgent(tx, String(input['owner']));
    const seal = (texts: Record<string, string>) => sealTexts(runtime, tx, customerId, texts);
    const command = await toCommand(name as CaseCommandName, input, principal, seal);
    runCommand(batch, id, command, runtime.clock.now(), principal);
    batch.flush(tx);
    return { version: loaded.head.version, state: loaded.state as StoredCase['state'] };
  });
  runtime.signal.fire('escalation');
  return result;
}

/** Refusals of the domain become problems here, at the edge. */
export function runCommand(
  batch: CaseBatch,
  id: string,
  command: CaseCommand,
  now: number,
  principal: Principal,
): void {
  const context = currentContext();
  try {
    batch.execute(id, command, now, {
      actor: principal.username,
      correlationid: context?.correlationId,
      traceparent: context?.traceparent,
    });
  } catch (error) {
    if (!(error instanceof CaseRefusal)) throw error;
    const extra = error.missing.length > 0 ? { missing: error.missing } : undefined;
    throw new Problem(error.slug, { detail: error.message, extra });
  }
}

const isSupervisor = ({ roles }: Principal) =>
  roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin');

async function sealTexts(
  runtime: ServiceRuntime,
  tx: Tx,
  customerId: string,
  texts: Record<string, string>,
): Promise<Record<string, Envelope>> {
  const names = Object.keys(texts);
  const envelopes = await runtime.keys.seal(tx, customerId, Object.values(texts));
  return Object.fromEntries(names.map((name, index) => [name, envelopes[index]!]));
}

type Seal = (texts: Record<string, string>) => Promise<Record<string, Envelope>>;

/** The domain's command: free text sealed, codes and flags in the clear. */
async function toCommand(
  name: CaseCommandName,
  input: Record<string, unknown>,
  principal: Principal,
  seal: Seal,
): Promise<CaseCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  const bodies = { name, input } as unknown as CommandInput;
  switch (bodies.name) {
    case 'assign': {
      const { owner, reason, note } = bodies.input;
      const read = reason === undefined ? undefined : readReason(assignReason, reason, note);
      const sealed = await noted(read ? read.words : note);
      return { type: 'assign', owner, ...(read && { reason: read.code }), ...sealed, by };
    }
    case 'complete-stage': {
      const { stage, evidence } = bodies.input;
      const given = Object.entries(evidence);
      const work = workStages.find((one) => one === stage);
      const kinds = work ? stageEvidence[work] : {};
      const isText = (key: string) => kinds[key] === 'text';
      if (work) refuseUnknown(work, given);
      const texts = Object.fromEntries(
        given.filter(([key]) => isText(key)).map(([key, value]) => [key, String(value)]),
      );
      const facts = Object.fromEntries(given.filter(([key]) => !isText(key)));
      return { type: 'complete-stage', stage, evidence: facts, texts: await seal(texts), by };
    }
    case 'record-contact': {
      const { channel, direction, note } = bodies.input;
      return { type: 'record-contact', channel, direction, ...(await noted(note)), by };
    }
    case 'resolve': {
      const { resolution } = await seal({ resolution: bodies.input.resolution });
      return { type: 'resolve', resolution, by };
    }
    case 'close': {
      const { code, words } = readReason(closeReason, bodies.input.reason, bodies.input.note);
      return { type: 'close', reason: code, ...(await noted(words)), by };
    }
    case 'reopen': {
      const { code, words } = readReason(reopenReason, bodies.input.reason, bodies.input.note);
      return { type: 'reopen', reason: code, ...(await noted(words)), by };
    }
  }
}

/** A misspelt name would be stored and count for nothing. */
function refuseUnknown(stage: WorkStage, given: [string, unknown][]): void {
  const kinds = stageEvidence[stage];
  const unknown = given.filter(([name]) => !Object.hasOwn(kinds, name));
  if (unknown.length === 0) return;
  const message = `${stage} takes ${describeEvidence(stage)}`;
  const errors = unknown.map(([name]) => ({
    path: `evidence.${name}`,
    rule: 'unknown-field',
    message,
  }));
  throw new Problem('validation', { errors });
}

type CommandInput = {
  [N in CaseCommandName]: { name: N; input: import('zod').infer<(typeof caseCommandBodies)[N]> };
}[CaseCommandName];
