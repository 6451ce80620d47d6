import { caseAccessView } from '#contracts';
import type { CaseAccessView } from '#contracts';
import { Problem } from '#platform';
import type { Principal } from '#platform';
import type { ServiceRuntime } from './service-definition.js';

const answerMs = 5_000;
/** What one request may name. */
const mostIds = 200;

/** Whose request it is, with the authorization it came with. */
export interface Asker {
  principal: Pick<Principal, 'roles' | 'agentId'>;
  authorization: string;
}

/** Which of some cases somebody sees; what is not open is in neither set. */
export interface SeenCases {
  seen: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
}

/**
 * Asks escalation, with the caller's own authorization, which cases they see: they go from unit to unit and are kept
 * from whom they are about. Undefined for log-ins that are no agent's, which see all and wait for nobody.
 * @throws Problem `unavailable` when escalation does not answer
 */
export async function askSeenCases(
  { peers, signal }: Pick<ServiceRuntime, 'peers' | 'signal'>,
  caseIds: Iterable<string>,
  { principal, authorization }: Asker,
): Promise<SeenCases | undefined> {
  if (principal.agentId === undefined) return undefined;
  const ids = [...new Set(caseIds)];
  const until = AbortSignal.any([AbortSignal.timeout(answerMs), signal.ended]);
  const failed = (cause?: unknown) =>
    new Problem('unavailable', { detail: 'escalation does not answer', cause });
  const answers: CaseAccessView[] = [];
  for (let first = 0; first < ids.length; first += mostIds) {
    const some = ids.slice(first, first + mostIds).join(',');
    const { status, body } = await peers
      .get('escalation', `/api/v1/cases/access?ids=${some}`, authorization, until)
      .catch((error: unknown) => Promise.reject(failed(error)));
    if (status !== 200) throw failed();
    answers.push(caseAccessView.parse(body));
  }
  return {
    seen: new Set(answers.flatMap(({ seen }) => seen)),
    hidden: new Set(answers.flatMap(({ hidden }) => hidden)),
  };
}
