import { z } from 'zod';
import { churnFactorNames, churnLevel } from '../events/signal-events.js';
import { uuid } from '../primitives.js';

/** How likely a customer leaves, by the rules of the churn warning as they judge now. */
export const churnStandingView = z.object({
  customerId: uuid,
  /** Null of what is hidden: it rests on a case that is not shown to the caller. */
  level: churnLevel.nullable(),
  /** The reasons, the heaviest first; none at level `none`. */
  factors: z.array(z.enum(churnFactorNames)),
  isHidden: z.boolean(),
});
export type ChurnStandingView = z.infer<typeof churnStandingView>;
