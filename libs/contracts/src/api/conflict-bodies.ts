import { z } from 'zod';
import { code } from '../primitives.js';
import { expectedVersion, note } from './command-fields.js';

/** 回避: whom of the staff a complaint is about; the list replaces the one before. */
export const conflictCommandBodies = {
  'name-accused': z.strictObject({ expectedVersion, agents: z.array(code).max(20), note }),
} as const;
