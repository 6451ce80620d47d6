import { hotlineAgents } from './hotline-organisation.js';
import type { OrderStep } from './plan-orders.js';
import { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

type Command = Omit<SimulatedCommand, 'kind' | 'at' | 'ref'> & {
  /** Tells of something that happened this long after the complaint came in. */
  happenedAfter?: number;
  /** Asks for something to be done by this long after it came in. */
  dueAfter?: number;
};
type MoreOfCommand = Pick<Command, 'bySupervisor' | 'happenedAfter' | 'dueAfter' | 'earlier'>;

/** A step of the work on one case, `after` the complaint came in. */
export type PlannedStep =
  | { after: number; as: 'command'; command: Command }
  | { after: number; as: 'callbacks' | 'surveys'; body: Record<string, unknown> };

/** What a plan needs to know of its complaint. */
export interface PlannedComplaint {
  unit: string;
  severity: string;
  hasThreat: boolean;
  isAnonymous: boolean;
  receivedAt: string;
  /** The call brought the evidence of every stage but the last. */
  isFirstCall: boolean;
  /** The complaint, by name, that it repeats. */
  duplicateOf?: string;
  /** The complaint, by name, that has the same cause. */
  incidentOf?: string;
}

const kindsOfDice = ['aside', 'timing', 'others', 'filing', 'matters', 'keying'] as const;
type Dice = Record<(typeof kindsOfDice)[number], SeededRandom>;

/** The plan of one case as it grows: its steps so far, and how long after the complaint the next is. */
export class CasePlan {
  readonly steps: PlannedStep[] = [];
  after = 0;
  /** Of what everybody hurries with, or leaves lying. */
  pace = 1;
  /** Those of a topic each, so that what the others throw stays as it is. */
  readonly dice: Dice;
  readonly owners: typeof hotlineAgents;

  constructor(
    readonly random: SeededRandom,
    readonly complaint: PlannedComplaint,
  ) {
    const received = Date.parse(complaint.receivedAt) / 1_000;
    this.dice = Object.fromEntries(
      kindsOfDice.map((name, shift) => [name, new SeededRandom(received + shift)]),
    ) as Dice;
    this.owners = hotlineAgents.filter(({ unit }) => unit === complaint.unit);
  }

  /** Lets a time between both pass, in milliseconds at an ordinary pace. */
  wait = (low: number, high: number, dice = this.random): void => {
    this.after += dice.between(low, high) * this.pace;
  };

  command = (
    name: Command['command'],
    body: Record<string, unknown>,
    stage?: string,
    more: MoreOfCommand = {},
  ): void => {
    const command = { command: name, body, ...(stage && { stage }), ...more };
    this.steps.push({ after: this.after, as: 'command', command });
  };

  /** What a planner of a topic works with: `dice` are thrown for the pauses too. */
  planner(dice = this.random) {
    const wait = (low: number, high: number) => this.wait(low, high, dice);
    return { random: dice, wait, command: this.command };
  }

  get isProblem(): boolean {
    return this.steps.some((one) => one.as === 'command' && one.command.command === 'mark-problem');
  }

  follow(steps: readonly OrderStep[]): void {
    for (const { wait, command, body, dueIn, bySupervisor, stage } of steps) {
      // A case is about one conduct only; what would follow is the answer to that.
      if (command === 'mark-problem' && this.isProblem) return;
      this.after += wait;
      this.command(command, body, stage, {
        ...(dueIn !== undefined && { dueAfter: this.after + dueIn }),
        ...(bySupervisor && { bySupervisor }),
      });
    }
  }
}
