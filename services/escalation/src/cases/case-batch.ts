import { ComplaintSplitOff, topics } from '#contracts';
import type { DataOf } from '#contracts';
import type { StoredEvent } from '#eventing';
import { AwaitingCase } from '#eventing';
import type { BatchScopeFactory } from '#eventing';
import { newId } from '#platform';
import type { Tx } from '#platform';
import { settleOverdue } from '../alerts/settle-overdue.js';
import { writeAlerts } from '../alerts/write-alerts.js';
import { writeAttachments } from '../attachments/attachment-rows.js';
import { writeIncidentMessages } from '../incidents/incident-message-rows.js';
import { writeIncidentCases } from '../incidents/incident-rows.js';
import { writeIncidentTold } from '../incidents/incident-told-rows.js';
import { writeMessageMails } from '../messages/message-mail-queue.js';
import { writeApprovals } from '../approvals/approval-rows.js';
import { writeExtensionRequests } from '../extensions/extension-request-rows.js';
import { writeJoinRequests } from '../repeats/join-request-rows.js';
import { writeOrders } from '../orders/order-rows.js';
import { writeHandlings } from '../queues/handling-rows.js';
import { writeSafetyReports } from '../safety/safety-rows.js';
import { writeActions } from '../resolution/action-rows.js';
import { mayClimb } from '../duty/staff-shelf.js';
import { earliestInstant, policyVersionsOf } from '../domain/case-clocks.js';
import { queueOf } from '../domain/queues/case-queue.js';
import type { CaseCommand } from '../domain/case-command.js';
import { CaseRefusal } from '../domain/case-command.js';
import { definitionOf } from '../domain/case-event.js';
import type { CaseEvent } from '../domain/case-event.js';
import { decide, fold } from '../domain/decide.js';
import type { LadderStaff } from '../domain/ladder/ladder-staff.js';
import type { CaseParts } from './case-parts.js';
import { lockCases, writeCases, writeTimers } from './case-rows.js';
import type { CaseWrite, LoadedCase } from './case-rows.js';

/** Who caused a command and how it is marked; becomes the headers of its events. */
export interface Cause {
  actor?: string;
  causationId?: string;
  correlationid?: string;
  traceparent?: string;
  imported?: boolean;
}

/**
 * The cases touched by one transaction: locked and loaded once, decided on in memory in order, written
 * back once with one statement per table.
 */
export class CaseBatch {
  constructor(
    private readonly cases: ReadonlyMap<string, LoadedCase>,
    private readonly parts: CaseParts,
    private readonly staff: LadderStaff | undefined,
  ) {}

  static async load(tx: Tx, ids: readonly string[], parts: CaseParts): Promise<CaseBatch> {
    // A batch that is about the organisation alone decides on nothing.
    if (ids.length === 0) return new CaseBatch(new Map(), parts, undefined);
    const { book } = parts.policies;
    // Asked together where that is known before the cases are: a way to the server costs more than the answer.
    const [cases, known] = await Promise.all([
      lockCases(tx, ids),
      mayClimb(book, []) ? parts.staff.current(tx) : undefined,
    ]);
    const versions = [...cases.values()].flatMap(({ state }) =>
      state.stage === 'none' ? [] : policyVersionsOf(state),
    );
    await parts.policies.ensure(tx, versions);
    const staff = known ?? (mayClimb(book, versions) ? await parts.staff.current(tx) : undefined);
    return new CaseBatch(cases, parts, staff);
  }

  get(id: string): LoadedCase {
    const loaded = this.cases.get(id);
    if (!loaded) throw new RangeError(`case ${id} was not loaded with its batch`);
    return loaded;
  }

  /**
   * Decides a command on a loaded case.
   * @throws CaseRefusal when the case's rules forbid it, or it does not exist
   */
  execute(id: string, command: CaseCommand, now: number, cause: Cause = {}): CaseEvent[] {
    const loaded = this.get(id);
    const decided = decide(command, loaded.state, now, {
      policies: this.parts.policies.book,
      newId: () => newId(now),
      staff: this.staff,
    });
    const imported = cause.imported ?? false;
    const { correlationid, traceparent } = cause;
    const headers: Record<string, string> = {
      ...(cause.actor && { actor: cause.actor }),
      ...(cause.causationId && { causationid: cause.causationId }),
      ...(correlationid && { correlationid }),
      ...(traceparent && { traceparent }),
      ...(imported && { origin: 'import' }),
    };
    for (const event of decided) {
      const occurredAt = Date.parse(event.data.at);
      loaded.pending.push({ id: newId(now), event, occurredAt, headers });
    }
    loaded.state = fold(loaded.state, decided, imported);
    return decided;
  }

  /** Rewrites the timers of these cases too where nothing was decided, so that none stays due for ever. */
  rearm(tx: Tx, ids: readonly string[]): void {
    const idle = ids.map((id) => this.get(id)).filter(({ pending }) => pending.length === 0);
    const writes = idle.map((loaded) => ({ loaded, nextDueAt: this.nextDueAt(loaded) }));
    this.writeTimers(tx, writes);
  }

  flush(tx: Tx): void {
    const touched = [...this.cases.values()].filter(({ pending }) => pending.length > 0);
    if (touched.length === 0) return;
    const { heads } = this.parts.events.append(
      tx,
      touched.map(({ head, id: caseId, pending }) => ({
        head,
        events: pending.map(({ id, event, occurredAt, headers }) => {
          const { type, topic } = definitionOf(event);
          return { id, type, topic, key: caseId, data: event.data, occurredAt, headers };
        }),
      })),
    );
    touched.forEach((loaded, index) => {
      loaded.head = heads[index]!;
    });
    const writes = touched.map((loaded) => ({
      loaded,
      nextDueAt: this.nextDueAt(loaded),
      queue: this.queueOf(loaded),
    }));
    const events = touched.flatMap(({ pending }) => pending.map(({ event }) => event));
    tx.settle(writeCases(tx, writes));
    this.writeTimers(tx, writes);
    const states = touched.map(({ state }) => state);
    writeAlerts(tx, events);
    settleOverdue(tx, events, states);
    writeIncidentCases(tx, events);
    writeIncidentMessages(tx, events);
    writeIncidentTold(tx, events);
    writeAttachments(tx, events);
    writeMessageMails(tx, events);
    writeActions(tx, events, (id) => numberOf(this.get(id).state));
    writeApprovals(tx, events, (id) => numberOf(this.get(id).state));
    writeJoinRequests(tx, events, (id) => numberOf(this.get(id).state));
    writeExtensionRequests(tx, events, states);
    writeOrders(tx, events, (id) => numberOf(this.get(id).state));
    writeHandlings(tx, events);
    writeSafetyReports(tx, events, (id) => numberOf(this.get(id).state));
    for (const loaded of touched) loaded.pending = [];
  }

  private writeTimers(tx: Tx, writes: readonly CaseWrite[]): void {
    const written = writeTimers(tx, writes);
    if (written.length > 0) tx.afterCommit(() => this.parts.timers.written(written));
  }

  private queueOf({ state }: LoadedCase): string | undefined {
    return state.stage === 'none' ? undefined : queueOf(state, this.parts.policies.book)?.id;
  }

  /** Imported history is decided at its own times and never by a timer. */
  private nextDueAt({ state }: LoadedCase): number | undefined {
    if (state.stage === 'none' || state.imported) return undefined;
    return earliestInstant(state, this.parts.policies.book);
  }
}

const numberOf = (state: LoadedCase['state']) => (state.stage === 'none' ? '' : state.number);

/** The cases that an event concerns: that of its key, and the whole of one that was split off. */
function casesOf({ type, key, data }: StoredEvent): string[] {
  if (type !== ComplaintSplitOff.type) return [key];
  return [key, (data as DataOf<typeof ComplaintSplitOff>).from];
}

/** Gives the handlers of a batch their cases. */
export function caseBatchScopes(parts: CaseParts): BatchScopeFactory<CaseBatch> {
  return {
    onlyLoads: true,
    begin: (tx, arrived: readonly StoredEvent[]) =>
      CaseBatch.load(
        tx,
        arrived.filter(({ topic }) => topic !== topics.organisation).flatMap(casesOf),
        parts,
      ),
    flush: (batch, tx) => batch.flush(tx),
  };
}

/** A refusal met in a handler: an absent case may still open, anything else is passed over by the caller. */
export function awaitCase(caseId: string, error: unknown): never {
  if (error instanceof CaseRefusal && error.slug === 'not-found') throw new AwaitingCase(caseId);
  throw error;
}
