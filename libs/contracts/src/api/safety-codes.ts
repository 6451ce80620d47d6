import { z } from 'zod';

/** What makes an adverse event a serious one (ICH E2A); none of them: it is not serious. */
export const seriousness = z.enum([
  'death',
  'life-threatening',
  'hospitalisation',
  'disability',
  'birth-defect',
  'other-important',
]);

/** Who tells of it: without somebody identifiable there is no report. */
export const safetyReporter = z.enum([
  'patient',
  'relative',
  'doctor',
  'pharmacist',
  'nurse',
  'other-professional',
  'other',
]);

/** How the patient was when it was told. */
export const safetyOutcome = z.enum([
  'recovered',
  'recovering',
  'not-recovered',
  'lasting-damage',
  'died',
  'unknown',
]);

/** To whom a safety report is sent; only the authority's receipt answers the statutory clock. */
export const safetyRecipient = z.enum([
  'authority',
  'manufacturer',
  'monitoring-centre',
  'hospital',
  'other',
]);

/** Why a case left the normal flow: its category by itself, somebody who found it, or a newer policy. */
export const safetyCause = z.enum(['category', 'found', 'policy']);

/** How a safety report ends. */
export const safetyFinding = z.enum(['reported', 'no-adverse-event', 'duplicate']);

/** How far a safety report is. */
export const safetyStatus = z.enum(['waiting', 'taken', 'reported', 'submitted', 'ended']);

export type Seriousness = z.infer<typeof seriousness>;
export type SafetyReporter = z.infer<typeof safetyReporter>;
export type SafetyOutcome = z.infer<typeof safetyOutcome>;
export type SafetyRecipient = z.infer<typeof safetyRecipient>;
export type SafetyCause = z.infer<typeof safetyCause>;
export type SafetyFinding = z.infer<typeof safetyFinding>;
