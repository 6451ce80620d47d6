import type { RepeatReason, RepeatsView, RepeatView } from '#contracts';
import { compareTerms, termsOf } from './text-similarity.js';

export interface EarlierComplaint {
  complaintId: string;
  number: string;
  received: number;
  category: string;
  product: string | null;
  statement: string;
  isSameCustomer: boolean;
}

const maxItems = 20;
/** Callers say the same in other words; others who say this much alike have the same trouble. */
const alike = { sameCustomer: 0.3, others: 0.4 };

/** Which of the earlier complaints are shown with a new one, and why. */
export function judgeRepeats(
  asked: { statement: string; product?: string },
  earlier: readonly EarlierComplaint[],
): RepeatsView {
  const terms = termsOf(asked.statement);
  const items = earlier
    .map((complaint) => judge(complaint, terms, asked.product))
    .filter(isShown)
    .sort(mostAlikeFirst)
    .slice(0, maxItems);
  return { byCustomer: earlier.filter((one) => one.isSameCustomer).length, items };
}

function judge(
  { statement, isSameCustomer, received, ...codes }: EarlierComplaint,
  terms: ReadonlySet<string>,
  product: string | undefined,
): RepeatView {
  const { value, terms: shared } = compareTerms(terms, termsOf(statement));
  const isAlike = value >= (isSameCustomer ? alike.sameCustomer : alike.others);
  const because: RepeatReason[] = [];
  if (isSameCustomer) because.push('customer');
  if (product !== undefined && codes.product === product) because.push('product');
  if (isAlike) because.push('text');
  return {
    ...codes,
    receivedAt: new Date(received).toISOString(),
    because,
    similarity: value,
    terms: shared,
    isLikelyDuplicate: isSameCustomer && isAlike,
  };
}

/** A product alone is no sign: many complain of the same one. */
function isShown({ because }: RepeatView): boolean {
  return because.includes('customer') || because.includes('text');
}

function mostAlikeFirst(a: RepeatView, b: RepeatView): number {
  return (
    Number(b.isLikelyDuplicate) - Number(a.isLikelyDuplicate) ||
    b.similarity - a.similarity ||
    b.receivedAt.localeCompare(a.receivedAt)
  );
}
