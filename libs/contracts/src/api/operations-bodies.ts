import { z } from 'zod';
import { isoInstant, uuid } from '../primitives.js';

const failureId = z.string().regex(/^[a-z_]+-\d{1,18}$/, 'must be <service>-<number>');
const serviceName = z.string().regex(/^[a-z_]{1,40}$/);
const reasonCode = z.string().min(1).max(80);

/** Query of `GET /api/v1/dlq` and `GET /api/v1/parked`; `state` is of dead letters. */
export const failureQuery = z.strictObject({
  service: serviceName.optional(),
  reason: reasonCode.optional(),
  type: reasonCode.optional(),
  state: z.enum(['dead', 'redrive', 'redriven', 'discarded']).optional(),
  cursor: failureId.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type FailureQuery = z.infer<typeof failureQuery>;

/** Body of `POST /api/v1/dlq|parked/redrive|discard`: some by id, or all that a filter names. */
export const failureDecision = z
  .strictObject({
    ids: z.array(failureId).min(1).max(1_000).optional(),
    filter: z
      .strictObject({
        service: serviceName.optional(),
        reason: reasonCode.optional(),
        type: reasonCode.optional(),
      })
      .optional(),
    dryRun: z.boolean().default(false),
    perSecond: z.number().int().min(1).max(10_000).default(100),
    most: z.number().int().min(1).max(10_000).default(1_000),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: 'give either ids or filter; an empty filter names everything',
    path: ['ids'],
  });
export type FailureDecision = z.infer<typeof failureDecision>;

const failureView = z.object({
  id: failureId,
  service: z.string(),
  eventId: z.string(),
  type: z.string(),
  topic: z.string(),
  key: z.string(),
  reason: z.string(),
  detail: z.string(),
});
const failureList = <T extends z.ZodRawShape>(more: T) =>
  z.object({
    items: z.array(failureView.extend(more)),
    next: z.string().nullable(),
    reasons: z.array(
      z.object({
        service: z.string(),
        reason: z.string(),
        type: z.string(),
        count: z.number().int(),
      }),
    ),
  });
export const deadLetterList = failureList({
  state: z.string(),
  replays: z.number().int(),
  failedAt: isoInstant,
  resolvedBy: z.string().nullable(),
  resolvedAt: isoInstant.nullable(),
});
export const parkedList = failureList({
  attempts: z.number().int(),
  parkedAt: isoInstant,
  nextAttemptAt: isoInstant.nullable(),
});
export const failuresDecided = z.object({
  dryRun: z.boolean(),
  matched: z.number().int(),
  accepted: z.number().int(),
  refused: z.array(z.object({ id: failureId, rule: z.literal('replayed-too-often') })),
});

/** Query of `GET /api/v1/tasks`. */
export const taskQuery = z.strictObject({
  open: z.enum(['true', 'false']).optional(),
  cursor: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TaskQuery = z.infer<typeof taskQuery>;

/** Something a person has to look at. An orphan is an event whose case did not come. */
export const taskView = z.object({
  id: uuid,
  kind: z.enum(['orphan']),
  service: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  caseId: z.string(),
  waitingSince: isoInstant,
  createdAt: isoInstant,
  closedAt: isoInstant.nullable(),
  closedBy: z.string().nullable(),
  outcome: z.enum(['handled', 'discarded', 'dismissed']).nullable(),
});
export type TaskView = z.infer<typeof taskView>;

/** Body of `POST /api/v1/tasks/{id}/close`: `discard` gives the event up, `dismiss` lets it wait on. */
export const taskClosing = z.strictObject({ action: z.enum(['discard', 'dismiss']) });
export type TaskClosing = z.infer<typeof taskClosing>;

/** One state of a service's read models. */
export const projectionView = z.object({
  name: z.string(),
  state: z.enum(['current', 'rebuilding', 'failed']),
  handled: z.number().int(),
  total: z.number().int(),
  startedAt: isoInstant.nullable(),
  finishedAt: isoInstant.nullable(),
  failure: z.string().nullable(),
});
export type ProjectionView = z.infer<typeof projectionView>;

/** `GET /health/ready`. */
export const healthView = z.object({
  ready: z.boolean(),
  reasons: z.array(z.object({ name: z.string(), reason: z.string() })),
});

const consumerProgress = z.object({
  service: z.string(),
  /** `handling` takes events from the logs or topics, `publishing` brings a log to Kafka. */
  work: z.enum(['handling', 'publishing']),
  engine: z.enum(['embedded', 'kafka']),
  behind: z.number().int().nonnegative(),
  /** How old the first unread one is; null where there is none, or Kafka does not say. */
  oldestSeconds: z.number().nonnegative().nullable(),
  /** By log, or by topic on Kafka. */
  logs: z.array(z.object({ log: z.string(), behind: z.number().int().nonnegative() })),
});
export type ConsumerProgress = z.infer<typeof consumerProgress>;

const timerProgress = z.object({
  service: z.string(),
  engine: z.enum(['postgres', 'redis']),
  armed: z.number().int().nonnegative(),
  /** Of those that are not due yet. */
  nextDueAt: isoInstant.nullable(),
  overdue: z.number().int().nonnegative(),
  /** How long the first of them has been due; null without any. */
  overdueSeconds: z.number().nonnegative().nullable(),
  /** Since the process that answers began, and how many of them came more than a second late. */
  fired: z.number().int().nonnegative(),
  late: z.number().int().nonnegative(),
});
export type TimerProgress = z.infer<typeof timerProgress>;

/** `GET /health/progress`: what consumers have not read yet, and what timers wait for. */
export const progressView = z.object({
  consumers: z.array(consumerProgress),
  timers: z.array(timerProgress),
  /** Services of which nothing could be learned in time. */
  silent: z.array(z.string()),
});
export type ProgressView = z.infer<typeof progressView>;

/** Query of `GET /api/v1/audit`: pages of what operators did. */
export const auditQuery = z.strictObject({
  cursor: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditView = z.object({
  running: z.boolean(),
  last: z
    .object({
      startedAt: isoInstant,
      finishedAt: isoInstant,
      startedBy: z.string(),
      isClean: z.boolean(),
      logs: z.array(
        z.object({
          service: z.string(),
          events: z.number().int(),
          streams: z.number().int(),
          seals: z.number().int(),
          unsealed: z.number().int(),
          isAnchored: z.boolean(),
          findings: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
    })
    .nullable(),
  actions: z.array(
    z.object({
      id: uuid,
      at: isoInstant,
      actor: z.string(),
      action: z.string(),
      service: z.string(),
      affected: z.number().int(),
      selection: z.unknown(),
    }),
  ),
  next: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditView>;

/** Answer of `GET /api/v1/time`. `factor`: how many times as fast as real time it runs, for demos and tests. */
export const timeView = z.object({ now: isoInstant, factor: z.number().positive() });
