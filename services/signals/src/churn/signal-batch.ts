import { CaseCodesAmended, ChurnCleared, ChurnWarned, ComplaintRegistered } from '#contracts';
import type { DataOf } from '#contracts';
import { AwaitingCase, traceOf } from '#eventing';
import type { BatchScopeFactory, EventStore, NewEvent, StoredEvent, StreamHead } from '#eventing';
import { newId } from '#platform';
import type { Tx } from '#platform';
import { judgeCustomer, withCodes } from '../domain/churn-customer.js';
import type { ChurnSign } from '../domain/churn-score.js';
import { customersOfCases, linkCases, lockCustomers, writeCustomers } from './churn-rows.js';
import type { LoadedCustomer } from './churn-rows.js';

type Registered = DataOf<typeof ComplaintRegistered>;

/** The customers that one transaction touches, and the signals it gives; written with one statement a table. */
export class SignalBatch {
  private readonly appended = new Map<string, { head: StreamHead; events: NewEvent[] }>();
  private readonly links: { case_id: string; customer_id: string }[] = [];

  constructor(
    private readonly events: EventStore,
    private readonly customers: Map<string, LoadedCustomer>,
    private readonly caseOwners: Map<string, string>,
  ) {}

  /** Remembers whose case it is, and the customer's tier and latest dimensions. */
  noteComplaint(data: Registered): void {
    const { complaintId, customerId, tier, category, channel, severity, organisation, product } =
      data;
    this.caseOwners.set(complaintId, customerId);
    this.links.push({ case_id: complaintId, customer_id: customerId });
    const loaded = this.loaded(customerId);
    const dimensions = {
      category,
      channel,
      severity,
      tier,
      ...(organisation && { unit: organisation }),
      ...(product && { product }),
    };
    loaded.customer = { ...loaded.customer, tier, caseId: complaintId, dimensions };
    loaded.isChanged = true;
  }

  /** The customer of a case. @throws AwaitingCase when its complaint has not arrived yet */
  customerOf(caseId: string): string {
    const customerId = this.caseOwners.get(caseId);
    if (!customerId) throw new AwaitingCase(caseId);
    return customerId;
  }

  /** Adds signs of a customer and judges each at the instant it speaks of. */
  addSigns(customerId: string, signs: readonly ChurnSign[], cause: StoredEvent, now: number): void {
    for (const sign of signs) this.judge(customerId, sign.at, now, cause, sign);
  }

  /** Puts the codes of a case right, and judges its customer anew at the instant that was done. */
  amendCodes(
    { caseId, at, after }: DataOf<typeof CaseCodesAmended>,
    cause: StoredEvent,
    now: number,
  ): void {
    const customerId = this.customerOf(caseId);
    const loaded = this.loaded(customerId);
    loaded.customer = withCodes(loaded.customer, caseId, after);
    this.judge(customerId, Date.parse(at), now, cause);
  }

  /** Judges a customer because time has passed. */
  review(customerId: string, now: number): void {
    this.judge(customerId, now, now);
  }

  /** Appends an event behind the head of its stream. */
  append(head: StreamHead, event: NewEvent): void {
    const known = this.appended.get(head.stream);
    if (known) known.events.push(event);
    else this.appended.set(head.stream, { head, events: [event] });
  }

  flush(tx: Tx): void {
    const batches = [...this.appended.values()];
    if (batches.length > 0) {
      const { heads } = this.events.append(tx, batches);
      const byStream = new Map(heads.map((head) => [head.stream, head]));
      for (const loaded of this.customers.values()) {
        loaded.head = byStream.get(loaded.head.stream) ?? loaded.head;
      }
    }
    const changed = [...this.customers.values()].filter(({ isChanged }) => isChanged);
    tx.settle(linkCases(tx, this.links));
    tx.settle(writeCustomers(tx, changed));
  }

  private judge(
    customerId: string,
    at: number,
    now: number,
    cause?: StoredEvent,
    sign?: ChurnSign,
  ): void {
    const loaded = this.loaded(customerId);
    const { customer, signal } = judgeCustomer(loaded.customer, at, sign);
    loaded.customer = customer;
    loaded.isChanged = true;
    if (!signal) return;
    const { type, topic } = signal.name === 'warned' ? ChurnWarned : ChurnCleared;
    this.append(loaded.head, {
      id: newId(now),
      type,
      topic,
      key: customerId,
      data: signal.data,
      occurredAt: Date.parse(signal.data.at),
      headers: {
        ...(cause && { causationid: cause.id, ...traceOf(cause) }),
      },
    });
  }

  private loaded(customerId: string): LoadedCustomer {
    const loaded = this.customers.get(customerId);
    if (!loaded) throw new RangeError(`customer ${customerId} was not loaded with its batch`);
    return loaded;
  }
}

/** Which customers a batch touches follows from its events and the cases they name. */
export function signalScopes(events: EventStore): BatchScopeFactory<SignalBatch> {
  return {
    onlyLoads: true,
    async begin(tx, arrived) {
      const caseIds = arrived.flatMap(({ data }) => (data as { caseId?: string }).caseId ?? []);
      const owners = await customersOfCases(tx, caseIds);
      const named = arrived.flatMap(
        ({ data }) => (data as { customerId?: string }).customerId ?? [],
      );
      const customers = await lockCustomers(tx, [...named, ...owners.values()]);
      return new SignalBatch(events, customers, owners);
    },
    flush: (batch, tx) => batch.flush(tx),
  };
}
