import type { CaseCommand, ComplaintFacts } from '../../src/domain/case-command.js';
import type { Holding } from './holding.js';
import { isCounting } from './model-clocks.js';
import type { ModelClock, ModelClocks } from './model-clocks.js';
import type { ModelOrders } from './model-orders.js';
import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

/** What a merged case still takes; everything else is said to the case in which the work goes on. */
export const goesOnWhileMerged: ReadonlySet<CaseCommand['type']> = new Set([
  ...(['tick', 'unmerge', 'note-feedback', 'ask-approval'] as const),
]);

const month = 30 * 86_400_000;

/** A case that goes on in another one, or another one in it. */
export class ModelMerge {
  into: string | undefined;
  undoUntil = 0;
  readonly duplicates = new Set<string>();
  private stage = '';
  private clocks: { clock: ModelClock; state: ModelClock['state'] }[] = [];

  hold(into: string, stage: string, counting: readonly ModelClock[], now: number): void {
    this.into = into;
    this.undoUntil = now + month;
    this.stage = stage;
    this.clocks = counting.map((clock) => ({ clock, state: clock.state }));
  }

  /** The clocks are as they were; the answer is the stage at which the case was. */
  letGo(): string {
    for (const { clock, state } of this.clocks) {
      clock.state = state;
      delete clock.stoppedAt;
    }
    this.into = undefined;
    return this.stage;
  }
}

/** What a merge is about, of a case. */
interface Mergeable {
  readonly complaint: ComplaintFacts;
  readonly merge: ModelMerge;
  readonly clocks: ModelClocks;
  readonly holding: Holding;
  readonly orders: ModelOrders;
  stage: string;
  ended(now: number, isMerged: boolean): void;
}

/** The later complaint goes into the earlier one, which is no duplicate itself. */
export function mergeInto(
  model: Mergeable,
  into: { caseId: string; receivedAt: number },
  now: number,
): Refused {
  const { merge, clocks, complaint } = model;
  if (model.stage === 'closed' || merge.duplicates.size > 0) return illegal;
  if (complaint.receivedAt < into.receivedAt) return illegal;
  merge.hold(into.caseId, model.stage, clocks.all.filter(isCounting), now);
  clocks.cancel(clocks.all, now);
  model.stage = 'closed';
  model.holding.end(now);
  model.ended(now, true);
  return undefined;
}

/** As if it had never been merged; what has passed meanwhile has passed. */
export function unmerge(model: Mergeable, now: number): Refused {
  if (!model.merge.into || now > model.merge.undoUntil) return illegal;
  model.stage = model.merge.letGo();
  model.holding.begin(now);
  model.orders.caseBegan();
  return undefined;
}
