import type { DataOf, CasePartyNamed } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries } from '#platform';
import { caseStream } from '../cases/case-rows.js';
import { caseEventOf } from '../domain/case-event.js';

type Named = DataOf<typeof CasePartyNamed>;
interface Stored {
  readonly type: string;
  readonly data: unknown;
}

/** A party as it was told of last, its texts sealed; undefined for whoever takes part no more, or never did. */
export async function readParty(
  { events }: Pick<ServiceRuntime, 'events'>,
  database: Queries,
  caseId: string,
  partyId: string,
): Promise<Named | undefined> {
  return partyIn(await events.readStream(database, caseStream(caseId)), partyId);
}

/** The same, among the events of a case. */
export function partyIn(stored: readonly Stored[], partyId: string): Named | undefined {
  let found: Named | undefined;
  for (const { type, data } of stored) {
    const event = caseEventOf(type, data as object);
    if (event?.name !== 'partyNamed' && event?.name !== 'partyDropped') continue;
    if (event.data.partyId !== partyId) continue;
    found = event.name === 'partyNamed' ? event.data : undefined;
  }
  return found;
}
