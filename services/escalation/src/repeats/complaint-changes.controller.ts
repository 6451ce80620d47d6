import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ComplaintAmended, ComplaintFactsAdded } from '#contracts';
import type { DataOf, Envelope } from '#contracts';
import { effect, RUNTIME, serviceTransport, traceOf } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import { awaitCase } from '../cases/case-batch.js';
import type { CaseBatch } from '../cases/case-batch.js';
import { threatsIn } from '../threats/said-threats.js';

const transport = serviceTransport('escalation');

/** A case tells those who work on it that its complaint reads differently, or that there is more to read. */
@Controller()
export class ComplaintChangesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @EventPattern<string>(ComplaintAmended.type, transport, effect())
  onAmended(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintAmended>>,
    @Ctx() context: BatchContext<CaseBatch>,
  ): Promise<void> {
    return this.note(event, 'amended', event.data.after.statement, context, event.data.note);
  }

  @EventPattern<string>(ComplaintFactsAdded.type, transport, effect())
  onFactsAdded(
    @Payload() event: StoredEvent<DataOf<typeof ComplaintFactsAdded>>,
    @Ctx() context: BatchContext<CaseBatch>,
  ): Promise<void> {
    return this.note(event, 'facts-added', event.data.text, context);
  }

  private async note(
    event: StoredEvent<{ complaintId: string; changeId: string; by: string }>,
    kind: 'amended' | 'facts-added',
    words: Envelope | undefined,
    { scope, now, tx }: BatchContext<CaseBatch>,
    note?: Envelope,
  ): Promise<void> {
    const { complaintId, changeId, by } = event.data;
    const cause = { causationId: event.id, ...traceOf(event) };
    const change = { changeId, kind, ...(note && { note }), by };
    try {
      scope.execute(complaintId, { type: 'note-complaint-change', ...change }, now, cause);
    } catch (error) {
      awaitCase(complaintId, error);
    }
    // Sealed: opened in memory, read, forgotten; nothing of a customer who was erased.
    const [text] = words ? await this.runtime.keys.open(tx, [words]) : [];
    const threats = text === undefined ? undefined : threatsIn(text, by);
    if (threats) scope.execute(complaintId, threats, now, cause);
  }
}
