import { z } from 'zod';

/** What somebody in the task force of a major complaint is there for. */
export const taskForceRole = z.enum([
  'investigation',
  'customer',
  'legal',
  'media',
  'technical',
  'other',
]);

/** Who else has a say in a major complaint: superiors, media, top management, neutral bodies. */
export const stakeholderKind = z.enum(['superior', 'media', 'top-management', 'neutral-body']);

/** Where they stand. */
export const stakeholderStance = z.enum(['supportive', 'neutral', 'critical', 'unknown']);

export type TaskForceRole = z.infer<typeof taskForceRole>;
export type StakeholderKind = z.infer<typeof stakeholderKind>;
export type StakeholderStance = z.infer<typeof stakeholderStance>;
