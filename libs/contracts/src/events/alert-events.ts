import { z } from 'zod';
import {
  alertCause,
  clockKind,
  code,
  dimensions,
  isoInstant,
  role,
  severity,
  uuid,
} from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S, version = 1) =>
  defineEvent({ name: `alert.${name}`, version, topic: topics.sla, schema });

const base = { alertId: uuid, caseId: uuid, number: z.string(), at: isoInstant };
const level = { level: z.number().int(), audience: role };
const about = { owner: z.string().optional(), dimensions };
const clock = {
  clockId: z.string().optional(),
  kind: clockKind.optional(),
  threshold: z.number().optional(),
  dueAt: isoInstant.optional(),
};

/** Whom a level tells: a unit's people of the audience, people by name, or who is on duty, where it says so. */
const told = {
  ...level,
  unit: code.optional(),
  people: z.array(code).optional(),
  roster: z.string().optional(),
};

/** Where on which ladder an alert is; `step` is the id of the level in that version of the policy. */
const onLadder = z.object({ id: z.string(), policyVersion: z.number().int(), step: z.string() });

/** Who is told next, and when, unless somebody acknowledges before; quiet hours are counted in. */
const nextStepV1 = z.object({ step: z.string(), ...level, at: isoInstant });
const nextStep = z.object({ step: z.string(), ...told, at: isoInstant });

/** Levels that were not told, as each would have told nobody: everybody of it is kept from the case, or nobody is of it. */
const passedOver = z
  .array(
    z.object({
      step: z.string(),
      ...level,
      unit: code.optional(),
      why: z.enum(['kept', 'nobody']),
      at: isoInstant,
    }),
  )
  .optional();

const raised = {
  ...base,
  cause: z.enum(['warning', 'breach', 'threat', 'critical']),
  ...level,
  severity,
  ...clock,
  ...about,
};

/** First shape: did not say on which ladder the alert is, nor who is next. */
export const AlertRaisedV1 = defineEvent({
  name: 'alert.raised',
  version: 1,
  topic: topics.sla,
  schema: z.object(raised),
  upcast: (data) => data,
});

/** Second shape: only clocks had ladders, and a level was a role. */
export const AlertRaisedV2 = defineEvent({
  name: 'alert.raised',
  version: 2,
  topic: topics.sla,
  schema: z.object({ ...raised, ladder: onLadder.optional(), next: nextStepV1.optional() }),
  upcast: (data) => data,
});

/** What an alert is about since policies have triggers; `trigger` names the one that raised it. */
const causedV1 = {
  cause: alertCause.exclude(['problem', 'over-target']),
  trigger: z.string().optional(),
};
const caused = { cause: alertCause, trigger: z.string().optional() };

const raisedOnLadder = {
  ...told,
  severity,
  ...clock,
  ...about,
  ladder: onLadder.optional(),
  next: nextStep.optional(),
};

/** Third shape: nobody was told of a problem or of a target, and no desk was told as a whole. */
export const AlertRaisedV3 = defineEvent({
  name: 'alert.raised',
  version: 3,
  topic: topics.sla,
  schema: z.object({ ...base, ...causedV1, ...raisedOnLadder }),
  upcast: (data) => data,
});

/**
 * People are told: of a clock, or of something about the complaint that the policy has them told of. `desk` is a
 * unit whose people are told besides the audience, its agents as well as those above them.
 */
export const AlertRaised = event(
  'raised',
  z.object({ ...base, ...caused, ...raisedOnLadder, desk: code.optional(), passedOver }),
  4,
);

const climbingV1 = {
  ...base,
  cause: z.enum(['warning', 'breach']),
  ...level,
  severity,
  ...clock,
  clockId: z.string(),
  kind: clockKind,
  dueAt: isoInstant,
  ...about,
  ladder: onLadder,
};
const climbingOn = { ...told, severity, ...clock, ...about, ladder: onLadder };
const climbingV2 = { ...base, ...causedV1, ...climbingOn };
const climbing = { ...base, ...caused, ...climbingOn };

export const AlertHeldV1 = defineEvent({
  name: 'alert.held',
  version: 1,
  topic: topics.sla,
  schema: z.object({ ...climbingV1, until: isoInstant }),
  upcast: (data) => data,
});

export const AlertHeldV2 = defineEvent({
  name: 'alert.held',
  version: 2,
  topic: topics.sla,
  schema: z.object({ ...climbingV2, until: isoInstant }),
  upcast: (data) => data,
});

/** A level has its quiet hours: its people are told when those end, if it still matters then. */
export const AlertHeld = event('held', z.object({ ...climbing, until: isoInstant, passedOver }), 3);

export const AlertClimbedV1 = defineEvent({
  name: 'alert.climbed',
  version: 1,
  topic: topics.sla,
  schema: z.object({
    ...climbingV1,
    before: z.array(nextStepV1),
    next: nextStepV1.optional(),
  }),
  upcast: (data) => data,
});

export const AlertClimbedV2 = defineEvent({
  name: 'alert.climbed',
  version: 2,
  topic: topics.sla,
  schema: z.object({ ...climbingV2, before: z.array(nextStep), next: nextStep.optional() }),
  upcast: (data) => data,
});

/** Nobody acknowledged the alert in time: the next level of its ladder is told, and who was told before. */
export const AlertClimbed = event(
  'climbed',
  z.object({ ...climbing, before: z.array(nextStep), next: nextStep.optional(), passedOver }),
  3,
);

export const AlertAcknowledged = event(
  'acknowledged',
  z.object({ alertId: uuid, caseId: uuid, at: isoInstant, by: z.string() }),
);
