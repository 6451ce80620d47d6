import { envelope } from '#contracts';
import type { Envelope, TimelineEntry } from '#contracts';
import type { ServiceRuntime, StoredEvent } from '#eventing';
import { caseStream } from './case-rows.js';

interface SealedText {
  entry: number;
  name: string;
  envelope: Envelope;
}

/** Everything that happened to a case, with its free texts opened for those who work on it. */
export async function readTimeline(
  { database, events, keys }: ServiceRuntime,
  caseId: string,
): Promise<TimelineEntry[]> {
  const stored = await events.readStream(database, caseStream(caseId));
  const sealed = stored.flatMap((event, entry) => sealedTexts(event, entry));
  const opened = await keys.open(
    database,
    sealed.map((text) => text.envelope),
  );
  const texts = stored.map((): Record<string, string | null> => ({}));
  sealed.forEach(({ entry, name }, index) => {
    texts[entry]![name] = opened[index] ?? null;
  });
  return stored.map((event, entry) => ({
    id: event.id,
    sequence: event.sequence,
    type: event.type,
    occurredAt: new Date(event.occurredAt).toISOString(),
    recordedAt: new Date(event.recordedAt).toISOString(),
    actor: event.headers['actor'] ?? null,
    data: event.data as Record<string, unknown>,
    texts: texts[entry]!,
  }));
}

/** Envelopes lie in the data itself (`note`) or under `texts`, as the evidence of a stage. */
export function sealedTexts({ data }: StoredEvent, entry: number): SealedText[] {
  const { texts, ...fields } = data as Record<string, unknown>;
  return Object.entries({ ...fields, ...(texts as object | undefined) }).flatMap(
    ([name, value]) => {
      const parsed = envelope.safeParse(value);
      return parsed.success ? [{ entry, name, envelope: parsed.data }] : [];
    },
  );
}
