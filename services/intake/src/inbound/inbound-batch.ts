import { AwaitingCase, PermanentError } from '#eventing';
import type { BatchScopeFactory, ServiceRuntime, StoredEvent } from '#eventing';
import { newId } from '#platform';
import type { Problem, Tx } from '#platform';
import { isMistypedNumber, namedCase, type FilingKind } from '../domain/filing-item.js';
import { judgeInstant } from '../domain/received-at.js';
import type { CaseNumbers } from '../filing/case-numbers.js';
import { fileWorks } from '../filing/file-requests.js';
import type { FilingWork } from '../filing/filing-work.js';
import { readItem } from '../filing/read-filing.js';
import { AmendedCodes } from '../changes/amended-codes.js';
import { Lessons } from '../suggestions/lessons.js';
import { inboundKind, ownFields, timeFields } from './inbound-kinds.js';

/** What one batch filed, every record's work, done or with its problem, what its cases teach and which were put right. */
export class InboundBatch {
  readonly lessons = new Lessons();
  readonly codes = new AmendedCodes();

  constructor(private readonly works: ReadonlyMap<StoredEvent, FilingWork>) {}

  /** Files all records of a batch with one statement per table, as requests over HTTP are. */
  static async file(
    tx: Tx,
    events: readonly StoredEvent[],
    dependencies: Parameters<typeof fileWorks>[2],
    now: number,
  ): Promise<InboundBatch> {
    const works = new Map(
      events.flatMap((event) => {
        const kind = inboundKind(event.type);
        return kind && kind !== 'customer' ? [[event, startWork(event, kind, now)]] : [];
      }),
    );
    // A batch of cases files nothing, and asks nothing.
    if (works.size > 0) await fileWorks(tx, [...works.values()], dependencies, now);
    return new InboundBatch(works);
  }

  /**
   * Says what became of a record.
   * @throws AwaitingCase when it names a case that may still come, PermanentError when it was refused
   */
  settle(event: StoredEvent): void {
    const work = this.works.get(event);
    if (!work?.problem) return;
    const reference = namedCase(work.item);
    const isUnknownCase = work.problem.errors?.every(({ rule }) => rule === 'unknown-case');
    if (isUnknownCase && reference !== undefined && !isMistypedNumber(reference)) {
      throw new AwaitingCase(reference);
    }
    refuseInbound(work.problem);
  }
}

/** A dead letter is grouped by the first rule that the record breaks; its detail names every field. */
export function refuseInbound(problem: Problem): never {
  const errors = problem.errors ?? [];
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new PermanentError(errors[0]?.rule ?? problem.slug, detail || problem.message);
}

/** The events of a record carry who published it and its trace, and nothing else that it says of itself. */
export function inboundHeaders(event: StoredEvent): Record<string, string> {
  const { correlationid, traceparent } = event.headers;
  const isTrace = traceparent !== undefined && /^[\da-f]{2}(-[\da-f]{2,32}){3}$/.test(traceparent);
  return {
    actor: publisherOf(event),
    causationid: event.id.slice(0, 200),
    ...(correlationid && { correlationid: correlationid.slice(0, 200) }),
    ...(isTrace && { traceparent }),
  };
}

export function inboundScopes(
  { events, keys }: ServiceRuntime,
  numbers: CaseNumbers,
): BatchScopeFactory<InboundBatch> {
  return {
    begin: (tx, arrived, now) => InboundBatch.file(tx, arrived, { events, keys, numbers }, now),
    flush: async ({ codes, lessons }, tx) => {
      await codes.flush(tx);
      await lessons.flush(tx, keys);
    },
  };
}

const publisherOf = ({ source }: StoredEvent): string => source.slice(0, 200);

function startWork(event: StoredEvent, kind: FilingKind, now: number): FilingWork {
  const base = {
    id: newId(now),
    actor: { kind: 'system' as const, name: publisherOf(event) },
    headers: inboundHeaders(event),
    now,
  };
  return { ...base, ...readItem(kind, ownFields(kind, withTime(event, kind, now)), now) };
}

/**
 * The body says when; else its CloudEvent does; else the record's timestamp, unless the broker's clock
 * can't be ours.
 */
function withTime(event: StoredEvent, kind: FilingKind, now: number): object {
  const field = timeFields[kind];
  const body = event.data as Record<string, unknown>;
  if (body[field] !== undefined) return body;
  const isSaid = event.occurredAt !== event.recordedAt;
  const isPlausible = isSaid || judgeInstant(event.occurredAt, now) === undefined;
  return { ...body, [field]: new Date(isPlausible ? event.occurredAt : now).toISOString() };
}
