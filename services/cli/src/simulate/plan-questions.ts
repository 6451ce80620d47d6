import { oddQuestions, questionsAsked, questionNotes } from './hotline-texts.js';
import { SeededRandom } from './seeded-random.js';
import type { SimulatedAction } from './simulated-action.js';

const minute = 60_000;
const hour = 60 * minute;

/** Who rings to ask, not to complain: most have their answer at once, some later, a few ask what nobody asked before. */
export class QuestionDesk {
  private readonly random: SeededRandom;
  private readonly later: SimulatedAction[] = [];
  private asked = 0;

  constructor(
    seed: number,
    private readonly prefix: string,
    private readonly haste: number,
  ) {
    // Dice of its own, so that what the others throw stays as it is.
    this.random = new SeededRandom(seed + 1);
  }

  get isWaiting(): boolean {
    return this.later.length > 0;
  }

  /** A question of one slot in five that has calls. */
  *ask(at: number): Generator<SimulatedAction> {
    const { random } = this;
    if (!random.chance(0.2)) return;
    this.asked += 1;
    const ref = `q-${this.asked}`;
    const isOdd = random.chance(0.3);
    const known = random.pick(questionsAsked);
    const text = isOdd ? random.pick(oddQuestions) : known.text;
    const externalId = `${this.prefix}-${ref}`;
    const body = {
      text,
      channel: 'phone',
      externalId,
      ...(!isOdd && { standard: known.standard }),
    };
    yield { kind: 'question', at, ref, body };
    if (isOdd) this.review(ref, at);
    else if (known.standard === 'relocation') this.answer(ref, at + this.after(hour, 60 * hour));
  }

  /** What falls due by then. */
  *due(at: number): Generator<SimulatedAction> {
    while (this.later[0] && this.later[0].at <= at) yield { ...this.later.shift()!, at };
  }

  private review(ref: string, at: number): void {
    const { random } = this;
    const reviewedAt = at + this.after(10 * minute, 20 * hour);
    const isDismissed = random.chance(0.4);
    const note = { note: random.pick(questionNotes) };
    const body = isDismissed
      ? { decision: 'dismissed', reason: random.pick(['one-off', 'unclear']), ...note }
      : { decision: 'standard', standard: 'relocation', example: '移表要多少钱', ...note };
    this.plan({ kind: 'question-step', at: reviewedAt, ref, step: 'review', body });
    if (!isDismissed) this.answer(ref, reviewedAt + this.after(hour, 30 * hour));
  }

  private answer(ref: string, at: number): void {
    this.plan({ kind: 'question-step', at, ref, step: 'answer', body: { channel: 'phone' } });
  }

  private plan(step: SimulatedAction): void {
    this.later.push(step);
    this.later.sort((a, b) => a.at - b.at);
  }

  private after(low: number, high: number): number {
    return Math.round(this.random.between(low, high) / this.haste);
  }
}
