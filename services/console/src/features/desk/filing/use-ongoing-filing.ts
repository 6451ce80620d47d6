import { useSyncExternalStore } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useSession } from '../../../session/session.js';
import type { Complaint } from '../desk-types.js';
import type { Filed } from '../filed-card.js';
import { OngoingFiling } from './ongoing-filing.js';
import type { FilingState } from './ongoing-filing.js';

/** So long the answer is waited for to bring the opened case along. */
const waitSeconds = 2;

async function fileComplaint(body: Complaint, key: string): Promise<Filed> {
  const header = { 'Idempotency-Key': key, Prefer: `wait=${waitSeconds}` };
  const answer = await bodyOf(api.POST('/api/v1/complaints', { params: { header }, body }));
  if (!answer || !('caseId' in answer)) throw new Error('one complaint is answered as one');
  return { ...answer, statement: body.statement };
}

type ComplaintFiling = OngoingFiling<Complaint, Filed>;

/** By person, for as long as the page is loaded. */
const filings = new Map<string, ComplaintFiling>();

function filingOf(username: string): ComplaintFiling {
  const filing = filings.get(username) ?? new OngoingFiling(fileComplaint);
  filings.set(username, filing);
  return filing;
}

/** The complaint that is on its way to the server, whichever screen it was filed from. */
export function useOngoingFiling(): { ongoing: ComplaintFiling; state: FilingState<Filed> } {
  const ongoing = filingOf(useSession().username);
  const state = useSyncExternalStore(ongoing.subscribe, () => ongoing.state);
  return { ongoing, state };
}
