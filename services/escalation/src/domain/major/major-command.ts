import type { Envelope, StakeholderKind, StakeholderStance, TaskForceRole } from '#contracts';

/** What is asked of a complaint that was triaged as major. */
export type MajorCommand =
  | {
      type: 'name-task-force';
      lead: string;
      members: readonly { agent: string; role: TaskForceRole }[];
      by: string;
    }
  | {
      type: 'map-stakeholder';
      /** Absent: somebody new. */
      stakeholderId?: string;
      kind: StakeholderKind;
      stance: StakeholderStance;
      speaker: string;
      name: Envelope;
      concern?: Envelope;
      by: string;
    };
