import { customerView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';

const answerMs = 5_000;

/** Whom a case is answered to; nothing of it where the caller may not look the customer up. */
interface Addressee {
  name?: string;
  email?: string;
  isAnonymous: boolean;
}

/**
 * The customer of a case as intake knows them, asked with the authorization of whoever answers: the look-up is noted as
 * theirs.
 * @throws Problem `unavailable` when intake does not answer
 */
export async function askCustomer(
  { peers, signal }: Pick<ServiceRuntime, 'peers' | 'signal'>,
  customerId: string,
  authorization: string,
): Promise<Addressee> {
  const until = AbortSignal.any([AbortSignal.timeout(answerMs), signal.ended]);
  const failed = (cause?: unknown) =>
    new Problem('unavailable', { detail: 'intake does not answer', cause });
  const { status, body } = await peers
    .get('intake', `/api/v1/customers/${customerId}`, authorization, until)
    .catch((error: unknown) => Promise.reject(failed(error)));
  if (status === 403 || status === 404) return { isAnonymous: false };
  if (status !== 200) throw failed();
  const { name, email, anonymous } = customerView.parse(body);
  return { ...(name && { name }), ...(email && { email }), isAnonymous: anonymous };
}
