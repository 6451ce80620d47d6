import type { CaseCommand } from '../../src/domain/case-command.js';
import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

/** What a unit has yet to answer. */
export interface ModelOrder {
  kind: 'co-handling' | 'supervision' | 'follow-up';
  unit: string;
  dueAt: number;
  isOverdue: boolean;
}

type Given = Extract<CaseCommand, { type: 'co-handle' | 'supervise' | 'mark-problem' }>;
type Ending = 'answer' | 'decline' | 'drop';
const day = 86_400_000;

/** What other units were asked for beside the case, and whose conduct it is about. */
export class ModelOrders {
  waiting: ModelOrder[] = [];
  problem: { accused: string; desk: string; days: number } | undefined;

  /** At its due instant an order can still be answered in time. */
  pass(now: number): void {
    for (const order of this.waiting) order.isOverdue ||= order.dueAt < now;
  }

  give(kind: ModelOrder['kind'], unit: string, dueAt: number): void {
    this.waiting.push({ kind, unit, dueAt, isOverdue: false });
  }

  decide(
    command: Given,
    { stage, isWorking, unit: own }: { stage: string; isWorking: boolean; unit?: string },
  ): Refused {
    if (command.type === 'co-handle') {
      return isWorking ? this.coHandle(command.units, own, command.dueAt) : illegal;
    }
    if (stage === 'closed') return illegal;
    if (command.type === 'supervise') {
      const { unit = own, dueAt } = command;
      if (unit === undefined) return illegal;
      this.give('supervision', unit, dueAt);
      return undefined;
    }
    if (this.problem) return illegal;
    const { accused, desk, followUpDays: days, dueAt } = command;
    this.problem = { accused, desk, days };
    this.give('supervision', desk, dueAt);
    return undefined;
  }

  private coHandle(units: readonly string[], own: string | undefined, dueAt: number): Refused {
    const isAsked = (unit: string) =>
      unit === own || this.waiting.some((one) => one.kind === 'co-handling' && one.unit === unit);
    if (units.some(isAsked)) return illegal;
    for (const unit of units) this.give('co-handling', unit, dueAt);
    return undefined;
  }

  /** Who is accused decides on nothing; a supervisor has to be answered, a problem followed up. */
  end(how: Ending, index: number, by: string): Refused {
    const order = this.waiting[index];
    if (!order) return 'not-found';
    if (how === 'decline' && order.kind !== 'co-handling') return illegal;
    if (how !== 'decline' && this.problem?.accused === by) return 'forbidden';
    if (how === 'drop' && order.kind === 'follow-up') return illegal;
    this.waiting.splice(index, 1);
    return undefined;
  }

  /** Nobody resolves a case while a unit has yet to say what it was asked for. */
  get holdsBack(): boolean {
    return this.waiting.some(({ kind }) => kind !== 'follow-up');
  }

  /** Nobody works on a case that ended; a problem is followed up. What was asked in a duplicate goes on. */
  caseEnded(now: number, isMerged = false): void {
    if (!isMerged) this.leave('co-handling');
    if (this.problem) this.give('follow-up', this.problem.desk, now + this.problem.days * day);
  }

  /** It is too early to follow up what is worked again. */
  caseBegan(): void {
    this.leave('follow-up');
  }

  private leave(kind: ModelOrder['kind']): void {
    this.waiting = this.waiting.filter((order) => order.kind !== kind);
  }
}
