import { z } from 'zod';
import { clockKind, dimensions, isoInstant, role, severity, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S, version = 1) =>
  defineEvent({ name: `alert.${name}`, version, topic: topics.sla, schema });

const base = { alertId: uuid, caseId: uuid, number: z.string(), at: isoInstant };
const told = { level: z.number().int(), audience: role };
const about = { owner: z.string().optional(), dimensions };

const raised = {
  ...base,
  cause: z.enum(['warning', 'breach', 'threat', 'critical']),
  ...told,
  severity,
  clockId: z.string().optional(),
  kind: clockKind.optional(),
  threshold: z.number().optional(),
  dueAt: isoInstant.optional(),
  ...about,
};

/** Where on which ladder an alert is; `step` is the id of the level in that version of the policy. */
const onLadder = z.object({ id: z.string(), policyVersion: z.number().int(), step: z.string() });

/** Who is told next, and when, unless somebody acknowledges before; quiet hours are counted in. */
const nextStep = z.object({ step: z.string(), ...told, at: isoInstant });

/** First shape: did not say on which ladder the alert is, nor who is next. */
export const AlertRaisedV1 = defineEvent({
  name: 'alert.raised',
  version: 1,
  topic: topics.sla,
  schema: z.object(raised),
  upcast: (data) => data,
});

/** People are told: a warning, a breach, or a threat in the complaint. */
export const AlertRaised = event(
  'raised',
  z.object({ ...raised, ladder: onLadder.optional(), next: nextStep.optional() }),
  2,
);

const climbing = {
  ...base,
  cause: z.enum(['warning', 'breach']),
  ...told,
  severity,
  clockId: z.string(),
  kind: clockKind,
  threshold: z.number().optional(),
  dueAt: isoInstant,
  ...about,
  ladder: onLadder,
};

/** A level has its quiet hours: its people are told when those end, if it still matters then. */
export const AlertHeld = event('held', z.object({ ...climbing, until: isoInstant }));

/** Nobody acknowledged the alert in time: the next level of its ladder is told, and who was told before. */
export const AlertClimbed = event(
  'climbed',
  z.object({
    ...climbing,
    before: z.array(z.object({ step: z.string(), ...told, at: isoInstant })),
    next: nextStep.optional(),
  }),
);

export const AlertAcknowledged = event(
  'acknowledged',
  z.object({ alertId: uuid, caseId: uuid, at: isoInstant, by: z.string() }),
);
