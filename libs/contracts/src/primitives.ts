import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC, e.g. `2026-11-23T08:15:00.000Z`. */
export const isoInstant = z.iso.datetime({ offset: true });

/** UUID of any version; Clearline's own ids are version 7, so that they sort by time. */
export const uuid = z.uuid();

/** The number of a case that people say: `2026-0000123-4`. */
export const caseNumber = z.string().regex(/^\d{4}-\d{7}-\d$/);
/** A complaint's or case's id, or its number. */
export const caseReference = z.union([uuid, caseNumber]);

/** A code an administrator chose: category, unit, product, queue. */
export const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u);

/**
 * Personal text under its customer's key: events carry only this, so erasing the key erases the
 * text and breaks no hash chain.
 */
export const envelope = z.object({ keyId: uuid, ciphertext: z.base64() });
export type Envelope = z.infer<typeof envelope>;

export const channel = z.enum(['phone', 'web', 'app', 'email', 'letter', 'visit', 'social']);
export const severity = z.enum(['low', 'normal', 'high', 'critical']);
export const threat = z.enum(['media', 'regulator', 'leave', 'legal']);
export const tier = z.enum(['standard', 'quality', 'key', 'vip']);
export const party = z.enum([
  'owner',
  'tenant',
  'visitor',
  'relative',
  'subcontractor',
  'internal',
]);
export const caseStage = z.enum([
  'control',
  'listen',
  'establish',
  'apologise',
  'resolve',
  'callback',
  'survey',
  'closed',
]);
export const caseStatus = z.enum(['open', 'paused', 'resolved', 'closed', 'withdrawn', 'merged']);
export const clockKind = z.enum([
  'acknowledge',
  'stage',
  'next-update',
  'resolution',
  'statutory',
  'external',
  'department',
  'callback',
  'alert-acknowledge',
]);
/** Of what people are told: a clock, something about the complaint or whose conduct it is about, or a target passed. */
export const alertCause = z.enum([
  'warning',
  'breach',
  'threat',
  'critical',
  'severity',
  'tier',
  'repeat',
  'dissatisfied',
  'problem',
  'over-target',
]);
export const clockState = z.enum(['running', 'paused', 'met', 'breached', 'cancelled']);
export const role = z.enum(['agent', 'supervisor', 'manager', 'bi', 'admin']);

export type Channel = z.infer<typeof channel>;
export type Severity = z.infer<typeof severity>;
export type Threat = z.infer<typeof threat>;
export type Tier = z.infer<typeof tier>;
export type CaseStage = z.infer<typeof caseStage>;
export type CaseStatus = z.infer<typeof caseStatus>;
export type ClockKind = z.infer<typeof clockKind>;
export type AlertCause = z.infer<typeof alertCause>;
export type ClockState = z.infer<typeof clockState>;
export type Role = z.infer<typeof role>;

/** Of a query: one of these codes, or several with commas between them, any of which fits. */
export function anyOf({ options }: { options: readonly string[] }) {
  const one = `(?:${options.join('|')})`;
  const rule = `must be of ${options.join(', ')}; several with commas between them`;
  return z.string().regex(new RegExp(`^${one}(?:,${one})*$`), rule);
}

/** What reports slice by; events that reports count carry all of it, so no table waits for another topic. */
export const dimensions = z.object({
  category: code,
  channel,
  severity,
  tier,
  unit: code.optional(),
  product: code.optional(),
});
export type Dimensions = z.infer<typeof dimensions>;
