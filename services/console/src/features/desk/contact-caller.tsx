import { useQuery } from '@tanstack/react-query';
import { CallerLine } from '../../shared/questions/caller-line.js';
import { caseQuery } from './desk-queries.js';

/** Whom to call about a case, once its number is there: nobody looks for the phone elsewhere. */
export function ContactCaller({ number }: { number: string }) {
  const { data } = useQuery(caseQuery(number));
  return data ? <CallerLine question={{ customerId: data.customer.id }} /> : null;
}
