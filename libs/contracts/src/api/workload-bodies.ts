import { z } from 'zod';
import {
  caseNumber,
  caseStage,
  caseStatus,
  clockKind,
  code,
  isoInstant,
  severity,
  uuid,
} from '../primitives.js';

/** Query of `GET /api/v1/workload`: up to when clocks are due; by default two hours from now. */
export const workloadQuery = z.strictObject({ until: isoInstant.optional() });
export type WorkloadQuery = z.infer<typeof workloadQuery>;

const count = z.number().int();

/** Cases that are open or paused, counted for whoever has them. */
const load = z.object({
  open: count,
  /** Of these: those whose customer or third party is waited for. */
  paused: count,
  critical: count,
  /** Of these: those with a clock that is past due and still goes on. */
  overdue: count,
});

const due = z.object({
  caseId: uuid,
  number: caseNumber,
  owner: z.string().nullable(),
  unit: code.nullable(),
  priority: severity,
  dueAt: isoInstant,
});
const dueClock = due.extend({
  clockId: z.string(),
  kind: clockKind,
  stage: caseStage.optional(),
});
export type DueClock = z.infer<typeof dueClock>;

const taskKinds = ['order', 'action', 'approval'] as const;
/** What people were asked for with a time to it: an order of the unit that it names, an action of its owner. */
const dueTask = due.extend({ taskId: uuid, kind: z.enum(taskKinds) });
export type DueTask = z.infer<typeof dueTask>;

/** `GET /api/v1/workload`: what is due soon, and who has how much, over the cases that the caller sees. */
export const workloadView = z.object({
  at: isoInstant,
  until: isoInstant,
  /** Running clocks by when they are due, of the 1 000 cases in which something happens first. */
  due: z.array(dueClock),
  /** Orders, preventive actions and approvals of the same cases that nobody has done yet, by when they are due. */
  tasks: z.array(dueTask),
  /** Whether any are left out because there are more cases than these. */
  isCut: z.boolean(),
  /** By owner; null are the cases that nobody has. */
  owners: z.array(load.extend({ owner: z.string().nullable() })),
  /** By unit; null are the cases that no unit has. */
  units: z.array(load.extend({ unit: code.nullable() })),
});
export type WorkloadView = z.infer<typeof workloadView>;

/** `GET /api/v1/incidents`: the cases that stand for a mass incident and have not ended, the latest first. */
export const incidentListView = z.object({
  items: z.array(
    z.object({
      id: uuid,
      number: caseNumber,
      stage: caseStage,
      status: caseStatus,
      owner: z.string().nullable(),
      unit: code.nullable(),
      category: code,
      receivedAt: isoInstant,
      /** How many cases belong to it that the caller sees, and how many of them have not ended. */
      cases: count,
      open: count,
    }),
  ),
});
export type IncidentListView = z.infer<typeof incidentListView>;
