import type { RepeatReason, RepeatView } from '#contracts';
import { compareTerms, termsOf } from './text-similarity.js';

export interface EarlierComplaint {
  complaintId: string;
  organisation: string | null;
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

export interface Repeat extends Omit<RepeatView, 'isHidden' | 'similarity'> {
  organisation: string | null;
  similarity: number;
}

/** Which of the earlier complaints are shown with a new one, and why. */
export function judgeRepeats(
  asked: { statement: string; product?: string },
  earlier: readonly EarlierComplaint[],
): { byCustomer: number; items: Repeat[] } {
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
): Repeat {
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
function isShown({ because }: Repeat): boolean {
  return because.includes('customer') || because.includes('text');
}

function mostAlikeFirst(a: Repeat, b: Repeat): number {
  return (
    Number(b.isLikelyDuplicate) - Number(a.isLikelyDuplicate) ||
    b.similarity - a.similarity ||
    b.receivedAt.localeCompare(a.receivedAt)
  );
}

/** A repeat as somebody sees it: of another unit's case there is that it is there, and why. */
export function toRepeatView(
  { organisation: _, ...repeat }: Repeat,
  isHidden: boolean,
): RepeatView {
  if (!isHidden) return { ...repeat, isHidden };
  return { ...repeat, isHidden, category: null, product: null, similarity: null, terms: [] };
}
