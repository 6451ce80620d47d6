import { useQueries } from '@tanstack/react-query';
import { hasRole, useSession } from '../../../session/session.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import type { IncidentCases } from '../board-types.js';
import { customerOf } from '../customer-line.js';

/** That somebody looks a customer up is recorded: of more cases than these the answer tells. */
const mostAsked = 20;

/**
 * Ids of cases whose customers left neither name nor phone, so that there is nobody to answer: not of those that came by
 * mail, which may have an address all the same. None for whoever may not look customers up.
 */
export function useNameless(
  all: readonly Pick<IncidentCases['incident'], 'id' | 'channel'>[],
): ReadonlySet<string> {
  const seesCustomers = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  const cases = all.filter(({ channel }) => channel !== 'email');
  const isAsked = seesCustomers && cases.length > 0 && cases.length <= mostAsked;
  const read = useCasesOf(isAsked ? [cases.map(({ id }) => id)] : []);
  const listed = [...read.values()];
  return useQueries({
    queries: listed.map(({ customer }) => customerOf(customer.id)),
    combine: (answers) =>
      new Set(listed.filter((_, index) => answers[index]?.data?.anonymous).map(({ id }) => id)),
  });
}
