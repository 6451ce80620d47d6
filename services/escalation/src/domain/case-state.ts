import type {
  CaseStage,
  Channel,
  ComplaintTier,
  CustomerType,
  PartyFacts,
  Severity,
  Threat,
  Tier,
} from '#contracts';
import type { SlaClock } from '#sla';
import type { AttachedFile } from './attachments/attachment-command.js';
import type { DepartmentFacts } from './departments/department-state.js';
import type { MajorFacts } from './major/major-state.js';
import type { NamedCase } from './merging/merge-command.js';
import type { Approval } from './approvals/approval-state.js';
import type { Override } from './overrides/override-state.js';
import type { RepeatFacts } from './repeats/repeat-state.js';
import type { MergedCase } from './merging/merge-state.js';
import type { Order, Problem } from './orders/order-state.js';
import type { QueueFacts } from './queues/queue-state.js';
import type { SafetyFacts } from './safety/safety-state.js';
import type { AlertClimb } from './ladder/climb-state.js';
import type { HeldMessage } from './messages/message-state.js';
import type { Conflict } from './conflicts/conflict-state.js';
import type { Snooze } from './reminders/snooze-state.js';
import type { Resolution } from './resolution/resolution-state.js';

export interface CaseDimensions {
  category: string;
  channel: Channel;
  severity: Severity;
  tier: Tier;
  unit?: string;
  product?: string;
}

/** What every case has, whatever its stage. Instants are epoch milliseconds. */
interface CaseFacts extends RepeatFacts, QueueFacts {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly owner?: string;
  readonly priority: Severity;
  readonly threats: readonly Threat[];
  readonly dimensions: CaseDimensions;
  readonly policyRule: string;
  readonly policyVersion: number;
  readonly receivedAt: number;
  readonly externalId?: string;
  readonly clocks: readonly SlaClock[];
  /** Who asked for more time for which clock, while nobody has decided; absent without any. */
  readonly extensionRequests?: readonly { clockId: string; by: string }[];
  /** Evidence kept for stages that have not ended; absent without any. */
  readonly evidence?: Partial<
    Record<WorkStage, Readonly<Record<string, string | boolean | number>>>
  >;
  /** How the customer was last reached, once anybody recorded it; a contact outwards outweighs one inwards. */
  readonly contacted?: 'inbound' | 'outbound';
  /** What was judged of the complaint and its customer; absent before anybody did. */
  readonly triage?: {
    readonly emotionLevel?: number;
    readonly customerType?: CustomerType;
    readonly complaintTier: ComplaintTier;
    /** What a supervisor or manager named last: nobody else goes below it. */
    readonly heldTier?: ComplaintTier;
    /** The tier followed from the facts alone: nobody judged otherwise, and it goes with them. */
    readonly isSuggested?: true;
  };
  /** Absent on a case that was never transferred. */
  readonly departments?: DepartmentFacts;
  /** Of a case whose work goes on in another one. */
  readonly merged?: MergedCase;
  /** Cases that were merged into this one; absent without any. */
  readonly duplicates?: readonly NamedCase[];
  /** Absent unless somebody named a task force or mapped a stakeholder. */
  readonly major?: MajorFacts;
  /** Commands that wait for a second person; absent without any. */
  readonly approvals?: readonly Approval[];
  /** Stages that ended without all of their evidence; absent without any. */
  readonly overrides?: readonly Override[];
  /** The case whose complaint this is a part of. */
  readonly splitFrom?: NamedCase;
  /** Cases about parts of this complaint; absent without any. */
  readonly parts?: readonly NamedCase[];
  /** The case that stands for all those with one cause. */
  readonly incident?: NamedCase;
  /** How many belong to the incident that this one stands for; absent without any. */
  readonly incidentCases?: number;
  /** What other units have yet to answer; absent without any. */
  readonly orders?: readonly Order[];
  /** Whose conduct it is about; absent where nobody marked it as a problem. */
  readonly problem?: Problem;
  /** Who takes part beside the customer; absent without any. */
  readonly parties?: readonly PartyFacts[];
  /** Of what left the normal flow; absent on every complaint. */
  readonly safety?: SafetyFacts;
  /** Alerts that nobody has acknowledged and that go on to another level; absent without any. */
  readonly climbs?: readonly AlertClimb[];
  /** Absent on a case that is about nobody of the staff. */
  readonly conflict?: Conflict;
  /** Absent while people are reminded of it. */
  readonly snooze?: Snooze;
  /** What was recorded towards a settlement; absent without any. */
  readonly resolution?: Resolution;
  /** Messages to the customer and to parties that have not left yet; absent without any. */
  readonly held?: readonly HeldMessage[];
  /** Those that a trigger of the policy raised name it. */
  readonly alerts: readonly { id: string; acknowledged: boolean; trigger?: string }[];
  /** Units and people who were told of it by name, as keys; absent without any. */
  readonly called?: readonly string[];
  /** Files that lie with the case; absent without any. */
  readonly files?: readonly AttachedFile[];
  /** What the system it was imported from last called its status. */
  readonly sourceStatus?: string;
  /** Its history was imported and it has not gone live: no alerts and no timers. */
  readonly imported: boolean;
}

export type WorkStage = 'control' | 'listen' | 'establish' | 'apologise' | 'resolve';

export interface NoCase {
  readonly stage: 'none';
}
/** Being worked: the CLEAR stages. */
export interface WorkingCase extends CaseFacts {
  readonly stage: WorkStage;
  /** Paused while staff have paused a clock and none that they may pause runs. */
  readonly status: 'open' | 'paused';
}
/** The work is done; the customer's word is awaited. */
export interface ResolvedCase extends CaseFacts {
  readonly stage: 'callback' | 'survey';
  readonly status: 'resolved';
}
export interface ClosedCase extends CaseFacts {
  readonly stage: 'closed';
  readonly status: 'closed' | 'withdrawn' | 'merged';
}

export type OpenedCase = WorkingCase | ResolvedCase | ClosedCase;
export type CaseState = NoCase | OpenedCase;

export const noCase: NoCase = { stage: 'none' };

export const workStages: readonly WorkStage[] = [
  'control',
  'listen',
  'establish',
  'apologise',
  'resolve',
];

/** The stage after a work stage: the next letter of CLEAR, then the callback. */
export function stageAfter(stage: WorkStage): CaseStage {
  return workStages[workStages.indexOf(stage) + 1] ?? 'callback';
}

/** Whether a case is at a stage of CLEAR, its clocks running or paused. */
export function isWorking(state: OpenedCase): state is WorkingCase {
  return state.status === 'open' || state.status === 'paused';
}
