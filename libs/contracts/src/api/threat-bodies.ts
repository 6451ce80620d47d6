import { z } from 'zod';
import { threat } from '../primitives.js';
import { expectedVersion, note } from './command-fields.js';

/** What the customer threatens with since the complaint was filed. */
export const threatCommandBodies = {
  'flag-threats': z.strictObject({
    expectedVersion,
    threats: z.array(threat).min(1).max(4),
    note,
  }),
} as const;
