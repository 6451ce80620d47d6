import type { Envelope, TransferReason, TransferRefusalReason } from '#contracts';

/** What units ask of each other about a case. */
export type DepartmentCommand =
  | { type: 'transfer'; to: string; reason: TransferReason; note?: Envelope; by: string }
  | { type: 'accept-transfer'; owner: string; by: string }
  | { type: 'refuse-transfer'; reason: TransferRefusalReason; note?: Envelope; by: string }
  | { type: 'withdraw-transfer'; by: string }
  | { type: 'hand-back'; result: Envelope; by: string };
