import { CaseRefusal } from '../../src/domain/case-command.js';
import type { CaseCommand } from '../../src/domain/case-command.js';
import type { CaseEvent } from '../../src/domain/case-event.js';
import { noCase } from '../../src/domain/case-state.js';
import type { CaseState, OpenedCase } from '../../src/domain/case-state.js';
import { decide, fold } from '../../src/domain/decide.js';
import { newId } from '../given-case.js';
import { ladderedPolicies } from './model-ladders.js';
import type { Refused } from './model-words.js';

const context = { policies: ladderedPolicies, newId };

/** The case of the decider, driven as the service does: what is refused leaves nothing. */
export class RealCase {
  state: CaseState = noCase;
  readonly events: CaseEvent[] = [];

  get opened(): OpenedCase {
    if (this.state.stage === 'none') throw new Error('the case was never opened');
    return this.state;
  }

  /** Sends a command; the timer fires at an instant at which one is refused. */
  send(command: CaseCommand, now: number): Refused {
    try {
      this.happen(decide(command, this.state, now, context));
      return undefined;
    } catch (error) {
      if (!(error instanceof CaseRefusal)) throw error;
      this.happen(decide({ type: 'tick' }, this.state, now, context));
      return error.slug;
    }
  }

  private happen(events: readonly CaseEvent[]): void {
    this.events.push(...events);
    this.state = fold(this.state, events);
  }
}
