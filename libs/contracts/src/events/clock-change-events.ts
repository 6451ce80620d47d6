import { z } from 'zod';
import { channel, envelope, isoInstant } from '../primitives.js';
import { extensionReason, knownReason, pauseReason, refusalReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';
import { clockFields } from './sla-events.js';

const event = <S extends z.ZodType>(name: string, schema: S, version = 1) =>
  defineEvent({ name: `sla.${name}`, version, topic: topics.sla, schema });
const by = z.string();
const note = envelope.optional();
const budget = z.record(z.string(), z.unknown());

/** First shape: its reason was any text, and it did not say who paused. No service ever wrote it. */
export const ClockPausedV1 = defineEvent({
  name: 'sla.clock-paused',
  version: 1,
  topic: topics.sla,
  schema: z.object({ ...clockFields, reason: z.string() }),
  upcast: (data) => {
    const code = knownReason(pauseReason, data.reason);
    return { ...data, reason: code === 'other' ? 'awaiting-customer' : code, by: 'system' };
  },
});

/** The clock stands still from `at` on; `dueAt` is when it was due. */
export const ClockPaused = event(
  'clock-paused',
  z.object({ ...clockFields, reason: pauseReason, note, by }),
  2,
);

/** First shape: did not say who resumed. No service ever wrote it. */
export const ClockResumedV1 = defineEvent({
  name: 'sla.clock-resumed',
  version: 1,
  topic: topics.sla,
  schema: z.object(clockFields),
  upcast: (data) => ({ ...data, by: 'system' }),
});

/** The clock goes on with what was left; `dueAt` is the new due instant. */
export const ClockResumed = event(
  'clock-resumed',
  z.object({ ...clockFields, pausedAt: isoInstant.optional(), by }),
  2,
);

/** What a clock runs under: its budget without and what was added to it, where it counts, and whose promise it is. */
export const clockTerms = z.object({
  budget,
  extensions: z.array(budget),
  calendar: z.string(),
  policyVersion: z.number().int(),
  rule: z.string(),
  dueAt: isoInstant,
});

const recalculated = <C extends z.ZodType>(cause: C) =>
  z.object({
    ...clockFields,
    cause,
    before: clockTerms,
    after: clockTerms,
    warnings: z.array(z.number()),
    warned: z.array(z.number()),
  });
const firstCauses = ['priority', 'severity', 'tier', 'policy', 'calendar', 'extension'] as const;

/** First shape: no case was put under other codes yet. */
export const ClockRecalculatedV1 = defineEvent({
  name: 'sla.clock-recalculated',
  version: 1,
  topic: topics.sla,
  schema: recalculated(z.enum(firstCauses)),
  upcast: (data) => data,
});

/**
 * The clock runs under other terms. `revision` and `dueAt` are the new ones; `warned` are the
 * thresholds that are not reported again.
 */
export const ClockRecalculated = event(
  'clock-recalculated',
  recalculated(z.enum([...firstCauses, 'codes'])),
  2,
);

/** Somebody asked for more time, before the clock was due. */
export const ExtensionRequested = event(
  'extension-requested',
  z.object({ ...clockFields, reason: extensionReason, note, by }),
);

/** Somebody else gave it, and told the customer; the clock's recalculation follows. `dueAt` is the old one. */
export const ExtensionApproved = event(
  'extension-approved',
  z.object({
    ...clockFields,
    extension: budget,
    requestedBy: by,
    by,
    noticeChannel: channel,
    notice: envelope,
  }),
);

/** Somebody else refused it: the clock stays as it is. */
export const ExtensionRefused = event(
  'extension-refused',
  z.object({ ...clockFields, requestedBy: by, reason: refusalReason, note, by }),
);

const verdict = z.enum(['met', 'breached']);

/**
 * Evidence of `at` arrived after the clock had been judged without it. The first verdict stays on
 * record; this one counts.
 */
export const VerdictCorrected = event(
  'verdict-corrected',
  z.object({ ...clockFields, startedAt: isoInstant, before: verdict, verdict }),
);
