import { authorityView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { FilingRequest } from './file-requests.js';
import type { ReadItem } from './filing-work.js';

const answerMs = 5_000;

/** Whether a request says that something was given away: only then is there a limit to hold it to. */
export const givesAway = (request: FilingRequest): boolean =>
  request.items.some((item) => costOf(item) > 0);

/**
 * What the evidence of a complaint says that its remedy cost obeys the same limit as the commands of a case: an item above
 * it is refused, the others of its array are filed. Escalation has the policy; it is asked once a request that
 * gives something away.
 * @throws Problem `unavailable` when escalation does not answer
 */
export async function holdToAuthority(
  runtime: Pick<ServiceRuntime, 'peers' | 'signal'>,
  request: FilingRequest,
  authorization: string,
): Promise<FilingRequest> {
  const limit = await askAuthority(runtime, authorization);
  const items = request.items.map((read) =>
    costOf(read) > limit ? { ...read, problem: aboveAuthority(limit) } : read,
  );
  return { ...request, items };
}

/** What is refused anyhow gives nothing away. */
function costOf({ item, problem }: ReadItem): number {
  if (problem || item.kind !== 'complaint') return 0;
  return item.body.evidence?.resolve?.remedyCost ?? 0;
}

const aboveAuthority = (limit: number) =>
  new Problem('forbidden', {
    detail: `your authority ends at ${limit}: leave the cost out, and offer a remedy once the case is open`,
  });

/** Up to which cost the caller gives something, by the policy under which cases open now. */
async function askAuthority(
  { peers, signal }: Pick<ServiceRuntime, 'peers' | 'signal'>,
  authorization: string,
): Promise<number> {
  const until = AbortSignal.any([AbortSignal.timeout(answerMs), signal.ended]);
  const failed = (cause?: unknown) =>
    new Problem('unavailable', { detail: 'escalation does not answer', cause });
  const { status, body } = await peers
    .get('escalation', '/api/v1/authority', authorization, until)
    .catch((error: unknown) => Promise.reject(failed(error)));
  if (status !== 200) throw failed();
  return authorityView.parse(body).upTo ?? Infinity;
}
