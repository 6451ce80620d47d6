import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

interface Asked {
  command: string;
  by: string;
  dueAt: number;
  isOverdue: boolean;
}

/** What one person asked for and another has to agree to. */
export class ModelApprovals {
  waiting: Asked[] = [];

  /** Nobody loses the right to decide by being late. */
  pass(now: number): void {
    for (const asked of this.waiting) asked.isOverdue ||= asked.dueAt < now;
  }

  /** Nothing is asked for twice. */
  ask(command: string, by: string, dueAt: number): Refused {
    if (this.waiting.some((one) => one.command === command)) return illegal;
    this.waiting.push({ command, by, dueAt, isOverdue: false });
    return undefined;
  }

  /** Whoever asked may only take it back. */
  decide(index: number, outcome: 'approved' | 'refused', by: string): Refused {
    const asked = this.waiting[index];
    if (!asked) return 'not-found';
    if (asked.by === by && outcome === 'approved') return 'forbidden';
    this.waiting.splice(index, 1);
    return undefined;
  }
}
