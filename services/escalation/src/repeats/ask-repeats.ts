import { repeatsView } from '#contracts';
import type { RepeatView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { OpenedCase } from '../domain/case-state.js';
import { asksForAnswers } from '../domain/repeats/likely-repeats.js';
import type { LikelyRepeat } from '../domain/repeats/likely-repeats.js';
import type { CaseParts } from '../cases/case-parts.js';

const answerMs = 5_000;

/**
 * The likely repeats of a case, most alike first. Intake has the texts and finds them when it is asked, with the
 * authorization of whoever asks, so that a case of another unit stays masked.
 * @throws Problem `unavailable` when intake does not answer
 */
export async function askLikelyRepeats(
  { peers, signal }: Pick<ServiceRuntime, 'peers' | 'signal'>,
  caseId: string,
  authorization: string,
): Promise<RepeatView[]> {
  const until = AbortSignal.any([AbortSignal.timeout(answerMs), signal.ended]);
  const failed = (cause?: unknown) =>
    new Problem('unavailable', { detail: 'intake does not answer', cause });
  const { status, body } = await peers
    .get('intake', `/api/v1/complaints/${caseId}/repeats`, authorization, until)
    .catch((error: unknown) => Promise.reject(failed(error)));
  if (status !== 200) throw failed();
  return repeatsView.parse(body).items.filter(({ isLikelyDuplicate }) => isLikelyDuplicate);
}

/** What intake found as the domain takes it. */
export const toLikelyRepeat = ({ complaintId, number, similarity }: RepeatView): LikelyRepeat => ({
  caseId: complaintId,
  number,
  similarity,
});

/** For a command that no likely repeat may be left open by: those there are; undefined for any other command. */
export async function repeatsToAnswer(
  runtime: Pick<ServiceRuntime, 'peers' | 'signal' | 'database'>,
  parts: CaseParts,
  command: { name: string; input: Record<string, unknown> },
  state: OpenedCase,
  authorization: string,
): Promise<LikelyRepeat[] | undefined> {
  await parts.policies.ensure(runtime.database, [state.policyVersion]);
  const { book } = parts.policies;
  if (!asksForAnswers(command.name, command.input, state, { policies: book })) return undefined;
  return (await askLikelyRepeats(runtime, state.id, authorization)).map(toLikelyRepeat);
}
