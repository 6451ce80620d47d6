import type { CasePlan } from './case-plan.js';
import { callbackNotes, comments } from './hotline-texts.js';
import type { SeededRandom } from './seeded-random.js';

const hour = 3_600_000;
const day = 24 * hour;
/** How calls in vain end: mostly nobody answers. */
const vainOutcomes = ['unreachable', 'unreachable', 'refused', 'awaiting-reply', 'filtered'];

/** The customer is rung up, sometimes in vain at first. @returns whether they were satisfied */
export function planCallback(plan: CasePlan): boolean {
  const { random } = plan;
  if (random.chance(0.2)) {
    plan.wait(4 * hour, day);
    const outcome = random.pick(vainOutcomes);
    callBack(plan, { outcome, note: callbackNotes[2] });
  }
  const satisfied = random.chance(0.86);
  planAnswer(plan, satisfied);
  return satisfied;
}

/** The customer answers the callback, and some of the satisfied a survey after it. */
export function planAnswer(plan: CasePlan, satisfied: boolean): void {
  plan.wait(8 * hour, day);
  callBack(plan, { outcome: 'reached', satisfied, note: callbackNotes[satisfied ? 0 : 1] });
  if (!satisfied || !plan.random.chance(0.7)) return;
  plan.wait(hour, day);
  plan.steps.push({ after: plan.after, as: 'surveys', body: surveyOf(plan.random) });
}

function callBack({ steps, after }: CasePlan, body: Record<string, unknown>): void {
  steps.push({ after, as: 'callbacks', body: { type: 'resolution', ...body } });
}

function surveyOf(random: SeededRandom): Record<string, unknown> {
  const comment = random.chance(0.3) && { comment: random.pick(comments) };
  const kind = random.pick(['csat', 'csat', 'csat', 'nps', 'ces', 'servqual', 'csi']);
  switch (kind) {
    case 'nps':
      return { kind, score: random.between(3, 10), ...comment };
    case 'ces':
      return { kind, score: random.between(2, 7), ...comment };
    case 'servqual': {
      const pair = () => ({ expected: random.between(5, 7), perceived: random.between(3, 7) });
      const dimensions = ['reliability', 'assurance', 'tangibles', 'empathy', 'responsiveness'];
      return { kind, answers: Object.fromEntries(dimensions.map((name) => [name, pair()])) };
    }
    case 'csi': {
      const items = ['speed', 'politeness', 'result'];
      return {
        kind,
        answers: Object.fromEntries(items.map((name) => [name, random.between(5, 10)])),
      };
    }
    default:
      return { kind, score: random.pick([1, 2, 3, 4, 4, 5, 5, 5]), ...comment };
  }
}
