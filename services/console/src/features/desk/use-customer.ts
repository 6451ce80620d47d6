import { useQuery } from '@tanstack/react-query';
import { customerQuery, phoneQuery } from './desk-queries.js';
import type { Customer, Intake } from './desk-types.js';
import { isPhone } from './intake.js';
import { useDebounced } from './use-debounced.js';

export interface FoundCustomer {
  customer: Customer | undefined;
  /** Nobody known has the phone that was typed. */
  isNew: boolean;
  isLooking: boolean;
  error: unknown;
}

/** Who complains: chosen among those who are known, or whoever has the phone that was typed. */
export function useCustomer({ customerId, phone, isAnonymous }: Intake): FoundCustomer {
  const typed = phone.trim();
  const settled = useDebounced(typed, 300);
  const byId = useQuery({
    ...customerQuery(customerId ?? ''),
    enabled: customerId !== undefined && !isAnonymous,
  });
  // Of another phone than the one that stands there now nothing is shown, let alone filed.
  const isAsked = customerId === undefined && !isAnonymous && isPhone(typed) && settled === typed;
  const byPhone = useQuery({ ...phoneQuery(settled), enabled: isAsked });
  const asked = customerId === undefined ? byPhone : byId;
  if (isAnonymous || (customerId === undefined && !isAsked)) {
    return { customer: undefined, isNew: false, isLooking: false, error: null };
  }
  return {
    customer: asked.data ?? undefined,
    isNew: customerId === undefined && byPhone.data === null,
    isLooking: asked.isPending,
    error: asked.error,
  };
}
