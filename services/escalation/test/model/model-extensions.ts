import type { CaseCommand } from '../../src/domain/case-command.js';
import { isCounting, promiseOf } from './model-clocks.js';
import type { ModelClock, ModelClocks } from './model-clocks.js';
import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

type Asked = Extract<
  CaseCommand,
  { type: 'request-extension' | 'approve-extension' | 'refuse-extension' }
>;

/** What more time is about, of a case. */
interface Extendable {
  readonly clocks: ModelClocks;
  /** Who asked for more time of which clock. */
  readonly requests: Map<ModelClock, string>;
}

/** One asks before the clock is due, another decides, and the customer is told. */
export function decideExtension({ clocks, requests }: Extendable, command: Asked): Refused {
  const [request, another] = requests;
  switch (command.type) {
    case 'request-extension': {
      const [clock, other] = clocks.open(command.clock);
      if (!clock || other || !mayExtend(clock) || requests.has(clock)) return illegal;
      requests.set(clock, command.by);
      return undefined;
    }
    case 'approve-extension':
      if (!request || another || !mayExtend(request[0])) return illegal;
      if (request[1] === command.by) return 'forbidden';
      if (!command.notice) return 'missing-evidence';
      requests.clear();
      clocks.extend(request[0]);
      return undefined;
    case 'refuse-extension':
      if (requests.size !== 1) return illegal;
      requests.clear();
      return undefined;
  }
}

function mayExtend(clock: ModelClock): boolean {
  const allowed = promiseOf(clock).extension?.times ?? 0;
  return isCounting(clock) && clock.extensions < allowed;
}
