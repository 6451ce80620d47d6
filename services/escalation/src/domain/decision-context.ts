import type { LadderStaff } from './ladder/ladder-staff.js';
import type { PolicyBook } from './policy-book.js';

/** What a decision may use besides the case: nothing else reaches the outside world. */
export interface DecisionContext {
  readonly policies: PolicyBook;
  readonly newId: () => string;
  /** Absent where no ladder could be climbed, or where nobody is told: no level is passed over then. */
  readonly staff?: LadderStaff | undefined;
}
