import { caseCommandBodies, commandRoles, mayCommand } from '#contracts';
import type { CaseCommandName, Envelope } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { currentContext, parseOrProblem, Problem } from '#platform';
import type { Principal, Tx } from '#platform';
import { accessOf, requireSeen } from '../access/access-of.js';
import { requireAgent } from '../agents/agents.js';
import { withLine } from '../conflicts/line-of.js';
import { refuseFuture, requireKnownCodes } from '../evidence/read-evidence.js';
import {
  findWording,
  flagCommand,
  refuseUnfinished,
  toldToCustomer,
} from '../coach/flagged-wording.js';
import type { Flagged } from '../coach/flagged-wording.js';
import { checkMessage } from '../messages/check-message.js';
import { dropDraft } from '../messages/draft-rows.js';
import { dropNoteDraft } from '../messages/note-draft-rows.js';
import { withOrigin } from '../messages/to-message-command.js';
import { checkActions } from '../resolution/check-actions.js';
import { checkResolution } from '../resolution/check-resolution.js';
import { repeatsToAnswer } from '../repeats/ask-repeats.js';
import { requireAnswers } from '../domain/repeats/likely-repeats.js';
import type { LikelyRepeat } from '../domain/repeats/likely-repeats.js';
import { CaseRefusal } from '../domain/case-command.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { IncidentAnswer } from '../domain/messages/message-command.js';
import type { CaseState } from '../domain/case-state.js';
import { CaseBatch } from './case-batch.js';
import type { CaseParts } from './case-parts.js';
import { getCase } from './case-queries.js';
import type { StoredCase } from './case-queries.js';
import { askInstead, readProposal } from '../approvals/proposals.js';
import { checkUnits } from '../departments/check-units.js';
import { checkOrders } from '../orders/check-orders.js';
import { checkSafety } from '../safety/check-safety.js';
import { checkCodes } from './check-codes.js';
import { checkParty } from '../parties/to-party-command.js';
import { staleVersion } from '../supervisors/stale-version.js';
import { checkQueue } from '../queues/to-queue-command.js';
import { requireMembersEnded } from '../incidents/incident-rows.js';
import { checkMajor } from '../major/check-major.js';
import { echoOf, findOther, isStillOther } from '../merging/other-case.js';
import { refuseUnusableSnooze } from '../reminders/to-reminder-command.js';
import type { Seal } from './command-input.js';
import { threatsSaid } from '../threats/said-threats.js';
import { toCommand } from './to-command.js';

/** A case after a command, with the banned phrases that the command's texts held. */
export interface CommandedCase extends StoredCase {
  wording: Flagged;
  /** Nothing is done yet: the policy of the case wants a second person. */
  isProposed: boolean;
}

/**
 * One command on one case in one transaction: lock, decide, append, write back. `authorization` is the caller's, for
 * what another service is asked; `answering` is what a message is part of, whose draft is not one of this case.
 * @throws Problem `stale-version`, `illegal-transition`, `missing-evidence`, `validation`, `forbidden`, `not-found`, `unavailable`
 */
export async function executeCommand(
  runtime: ServiceRuntime,
  parts: CaseParts,
  reference: string,
  commandName: string,
  body: unknown,
  principal: Principal,
  authorization: string,
  answering?: IncidentAnswer,
): Promise<CommandedCase> {
  const given = requireCommand(commandName, principal);
  const access = await accessOf(runtime.database, principal);
  // Before the body is read: of a case that is not theirs nobody learns what it would take.
  const found = await getCase(runtime.database, reference, access);
  const asked = parseOrProblem<Record<string, unknown>>(caseCommandBodies[given], body ?? {});
  const { id, customerId } = found.state;
  const coach = await parts.coach.current();
  // Who agrees to a command gives it as it was asked for: the same checks, the same transaction.
  const proposal =
    given === 'approve-command'
      ? await readProposal(runtime, found.state, asked['approvalId'])
      : undefined;
  const name = proposal?.name ?? given;
  const input = proposal?.input ?? asked;
  const otherId = await findOther(runtime.database, name, input, found.state, access);
  // Outside the transaction: intake answers over HTTP.
  const asking = { name, input };
  const likely = await repeatsToAnswer(runtime, parts, asking, found.state, authorization);
  return runtime.database.transaction(async (tx) => {
    const batch = await CaseBatch.load(tx, otherId ? [id, otherId] : [id], parts);
    const loaded = batch.get(id);
    // Again on the locked case: it may have gone to another unit meanwhile.
    requireSeen(access, loaded.state);
    const isStill = isStillOther(name, loaded.state, otherId);
    const expected = isStill ? asked['expectedVersion'] : found.version;
    if (expected !== undefined && expected !== loaded.head.version) {
      throw await staleVersion(tx, parts, id, Number(expected), loaded.head.version);
    }
    const now = runtime.clock.now();
    const said: [string, string][] = [];
    const sealUnread: Seal = (texts) => sealTexts(runtime, tx, customerId, texts);
    const seal: Seal = (texts) => {
      said.push(...Object.entries(texts));
      return sealUnread(texts);
    };
    if (proposal) {
      const agreed = await toCommand(given, asked, principal, seal);
      runCommand(batch, id, agreed, now, principal);
    }
    if (name === 'assign') await requireAgent(tx, String(input['owner']));
    if (name === 'let-join') await requireAgent(tx, String(input['agent']), 'agent');
    await requireKnownCodes(tx, name, input);
    refuseFuture(name, input, now);
    await checkCodes(tx, name, loaded.state, principal);
    await checkMajor(tx, name, input);
    await checkParty(tx, name, input);
    await requireMembersEnded(tx, name, loaded.state);
    await checkUnits(tx, name, input, loaded.state, principal);
    await checkOrders(tx, name, input, loaded.state, now, principal);
    await checkSafety(tx, name, input, loaded.state, now, principal);
    refuseImpossible(input['at'], loaded.state, now);
    refuseUnusableSnooze(name, input, now);
    checkQueue(name, input, loaded.state, parts.policies.book);
    refuseUnfinished(coach, name, input);
    const checked =
      name === 'send-message'
        ? await checkMessage(runtime, tx, loaded.state as StoredCase['state'], input)
        : {};
    checkActions(name, input, loaded.state, { principal, access });
    const settling = { name, input, roles: principal.roles };
    await checkResolution(tx, settling, loaded.state, now, parts.policies.book);
    const other = otherId === undefined ? undefined : batch.get(otherId).state;
    // The words of a proposal were looked at when it was made.
    const asIs = proposal
      ? await toCommand(name, input, { ...principal, agentId: proposal.by }, sealUnread, other)
      : await toCommand(name, input, principal, seal, other);
    const filled = withOrigin(asIs, checked, answering);
    const command = await withLine(tx, filled, loaded.state);
    const instead = proposal
      ? undefined
      : await askInstead(name, input, command, loaded.state, parts.policies.book, sealUnread);
    const echo = instead ? undefined : echoOf(command, loaded.state);
    runCommand(batch, id, instead ?? command, now, principal);
    // After what the command itself lacks, which is said first.
    if (likely) refuseOpenRepeats(likely, loaded.state as StoredCase['state'], parts);
    if (otherId && echo) runCommand(batch, otherId, echo, now, principal);
    const wording = findWording(coach, said);
    const by = principal.agentId ?? principal.username;
    const told = toldToCustomer(name, wording);
    if (told.length > 0) runCommand(batch, id, flagCommand(coach, told, by), now, principal);
    const threats = threatsSaid(name as CaseCommandName, said, by);
    if (threats) runCommand(batch, id, threats, now, principal);
    batch.flush(tx);
    if (name === 'send-message' && !answering) await dropDraft(tx, id, principal.username);
    if (name === 'add-note') await dropNoteDraft(tx, id, principal.username);
    const state = loaded.state as StoredCase['state'];
    // What would have changed nothing was not asked for either.
    const isProposed =
      instead !== undefined && state.approvals?.some((one) => one.command === name) === true;
    return { version: loaded.head.version, state, wording, isProposed };
  });
}

/** @throws Problem `not-found` for a command that nobody knows, `forbidden` for one of other roles */
export function requireCommand(name: string, { roles }: Principal): CaseCommandName {
  if (!Object.hasOwn(caseCommandBodies, name)) {
    throw new Problem('not-found', { detail: `no command ${name}` });
  }
  const command = name as CaseCommandName;
  if (mayCommand(roles, command)) return command;
  throw new Problem('forbidden', { extra: { requiredRoles: commandRoles[command] } });
}

function refuseOpenRepeats(
  likely: readonly LikelyRepeat[],
  state: StoredCase['state'],
  { policies }: CaseParts,
): void {
  refuseToProblem(() => requireAnswers(likely, state, { policies: policies.book }));
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
  refuseToProblem(() =>
    batch.execute(id, command, now, {
      actor: principal.username,
      correlationid: context?.correlationId,
      traceparent: context?.traceparent,
    }),
  );
}

/** @throws Problem for what the domain refuses */
export function refuseToProblem(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof CaseRefusal)) throw error;
    const { missing, about } = error;
    const extra = { ...about, ...(missing.length > 0 && { missing }) };
    throw new Problem(error.slug, { detail: error.message, extra });
  }
}

/** Evidence may be told late; it can't lie in the future, nor before there was anything to answer. */
function refuseImpossible(at: unknown, state: CaseState, now: number): void {
  if (typeof at !== 'string' || state.stage === 'none') return;
  const instant = Date.parse(at);
  const refused = (rule: string, message: string) =>
    new Problem('validation', { errors: [{ path: 'at', rule, message }] });
  if (instant > now) throw refused('in-the-future', 'it lies in the future');
  if (instant < state.receivedAt) throw refused('before-receipt', 'the complaint came after that');
}

/** Texts under the key of the case's customer. */
export async function sealTexts(
  runtime: ServiceRuntime,
  tx: Tx,
  customerId: string,
  texts: Record<string, string>,
): Promise<Record<string, Envelope>> {
  const names = Object.keys(texts);
  const envelopes = await runtime.keys.seal(tx, customerId, Object.values(texts));
  return Object.fromEntries(names.map((name, index) => [name, envelopes[index]!]));
}
