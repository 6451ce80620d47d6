import { z } from 'zod';

/** Who takes part in a complaint beside the customer whose it is. */
export const partyRole = z.enum([
  'tenant',
  'visitor',
  'relative',
  'subcontractor',
  /** A unit of the house that is a customer of another one. */
  'internal',
  'representative',
  'witness',
  'other',
]);
export type PartyRole = z.infer<typeof partyRole>;
