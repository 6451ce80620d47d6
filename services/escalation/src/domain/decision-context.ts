import type { PolicyBook } from './policy-book.js';

/** What a decision may use besides the case: nothing else reaches the outside world. */
export interface DecisionContext {
  readonly policies: PolicyBook;
  readonly newId: () => string;
}
