import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { customerQuery, phoneQuery } from './desk-queries.js';
import type { Customer, Intake } from './desk-types.js';
import { isPhone } from './intake.js';
import { useSettled } from '../../shared/use-settled.js';

export interface FoundCustomer {
  customer: Customer | undefined;
  /** Nobody known has the phone that was typed. */
  isNew: boolean;
  isLooking: boolean;
  error: unknown;
}

const nobody: FoundCustomer = { customer: undefined, isNew: false, isLooking: false, error: null };

/** Who complains: chosen among those who are known, or whoever has the phone that was typed. */
export function useCustomer({ customerId, phone, isAnonymous }: Intake): FoundCustomer {
  const typed = phone.trim();
  const settled = useSettled(typed, 300);
  const byId = useQuery({
    ...customerQuery(customerId ?? ''),
    enabled: customerId !== undefined && !isAnonymous,
  });
  // Of another phone than the one that stands there now nothing is shown, let alone filed.
  const isAsked = customerId === undefined && !isAnonymous && isPhone(typed) && settled === typed;
  const byPhone = useQuery({ ...phoneQuery(settled), enabled: isAsked });
  const asked = customerId === undefined ? byPhone : byId;
  const isNobody = isAnonymous || (customerId === undefined && !isAsked);
  const isNew = customerId === undefined && byPhone.data === null;
  const { data, isPending, error } = asked;
  return useMemo(() => {
    if (isNobody) return nobody;
    return { customer: data ?? undefined, isNew, isLooking: isPending, error };
  }, [isNobody, data, isNew, isPending, error]);
}
