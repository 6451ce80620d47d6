import { z } from 'zod';
import { channel } from '../primitives.js';
import { expectedVersion, note } from './command-fields.js';

/** The end of a complaint whose customer asks for nothing any more: how they said so, and what. */
export const withdrawalCommandBodies = {
  withdraw: z.strictObject({ expectedVersion, channel, note }),
} as const;
