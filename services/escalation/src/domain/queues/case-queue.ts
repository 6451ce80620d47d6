import { selectQueue } from '#sla';
import type { PolicyQueue } from '#sla';
import type { OpenedCase } from '../case-state.js';
import { ruleFacts } from '../decide-terms.js';
import type { PolicyBook } from '../policy-book.js';

/**
 * The queue of a case, by its own policy version. It is computed wherever it is needed: what changes a case's
 * category, unit, priority, tier or policy moves it without an event of its own.
 */
export function queueOf(
  { policyVersion, priority, dimensions, queue }: OpenedCase,
  policies: PolicyBook,
): PolicyQueue | undefined {
  return selectQueue(policies.version(policyVersion), ruleFacts(priority, dimensions), queue);
}
