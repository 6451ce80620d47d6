import { z } from 'zod';
import { code, isoInstant, role, uuid } from '../primitives.js';

const password = z.string().min(10).max(200);
const givenPassword = z.string().max(200);

/** `POST /api/v1/login`. */
export const loginBody = z.strictObject({
  username: z.string().max(100),
  password: givenPassword,
});

/** `POST /api/v1/password`. */
export const passwordBody = z.strictObject({ current: givenPassword, next: password });

/** `POST /api/v1/users`: without a password one is made and shown once. */
export const userBody = z.strictObject({
  username: z.string().regex(/^[\p{L}\p{N}._-]{2,60}$/u),
  password: password.optional(),
  roles: z.array(role).min(1),
  agentId: code.optional(),
});

/** `PATCH /api/v1/users/{id}`: what is given holds from here on, in place of what was; no agent is null. */
export const userChangeBody = z
  .strictObject({ roles: z.array(role).min(1).optional(), agentId: code.nullable().optional() })
  .refine(({ roles, agentId }) => roles !== undefined || agentId !== undefined, {
    error: 'give roles, agentId or both',
    path: ['roles'],
  });
export type UserChangeBody = z.infer<typeof userChangeBody>;

/** `POST /api/v1/api-keys`. */
export const apiKeyBody = z.strictObject({
  name: z.string().min(1).max(100),
  roles: z.array(role).min(1),
});

export const userView = z.object({
  id: uuid,
  username: z.string(),
  roles: z.array(role),
  agentId: code.nullable(),
  isDisabled: z.boolean(),
});
/** `GET /api/v1/people`: by which log-in an agent is known. */
export const personView = z.object({ username: z.string(), agentId: code });
export type PersonView = z.infer<typeof personView>;
export const apiKeyView = z.object({
  id: uuid,
  name: z.string(),
  roles: z.array(role),
  createdBy: z.string(),
  isRevoked: z.boolean(),
});

/** `POST` and `GET /api/v1/session`: who a browser is signed in as. */
export const sessionView = z.object({
  username: z.string(),
  roles: z.array(role),
  agentId: code.nullable(),
  expiresAt: isoInstant,
  csrf: z.string(),
});
export type SessionView = z.infer<typeof sessionView>;

/** `GET /api/v1/sessions`, `GET /api/v1/users/{id}/sessions`: where an account is signed in. */
export const accountSessionView = z.object({
  id: z.string(),
  beganAt: isoInstant,
  /** Within half a minute. */
  usedAt: isoInstant,
  expiresAt: isoInstant,
  /** The browser and its system, as `Firefox · Windows`, or the name of a program; null where nothing was said. */
  agent: z.string().nullable(),
  /** Whether it is the session that asks. */
  isThis: z.boolean(),
});
export type AccountSessionView = z.infer<typeof accountSessionView>;
