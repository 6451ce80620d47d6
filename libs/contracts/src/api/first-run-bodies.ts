import { z } from 'zod';
import { role } from '../primitives.js';

/** `GET /api/v1/installation`: what somebody needs who is not signed in yet. */
export const installationView = z.object({
  /** Of a demo whose accounts were made with it; null everywhere else. */
  demo: z
    .object({
      /** Those whose password is still the demo's. */
      logins: z.array(z.object({ username: z.string(), roles: z.array(role) })),
      password: z.string(),
      /** Simulated complaints that arrive on average. */
      complaintsPerSecond: z.number(),
    })
    .nullable(),
});
export type InstallationView = z.infer<typeof installationView>;

/** `GET /api/v1/first-run`: whether the caller put the guide for newcomers away. */
export const firstRunView = z.object({ isDismissed: z.boolean() });
export type FirstRunView = z.infer<typeof firstRunView>;
