import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

/** What one person asked for and another has to agree to. */
export class ModelApprovals {
  waiting: { command: string; by: string }[] = [];

  /** Nothing is asked for twice. */
  ask(command: string, by: string): Refused {
    if (this.waiting.some((one) => one.command === command)) return illegal;
    this.waiting.push({ command, by });
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
