import { createHash, randomBytes } from 'node:crypto';
import type { Principal } from './principal.js';

/** Tells an API key from a token, and secret scanners what they found. */
export const apiKeyPrefix = 'clk_';

/** Where hashed keys are kept. Revoked and expired keys are not found. */
export interface ApiKeyLookup {
  findByHash(keyHash: string): Promise<Principal | undefined>;
}

/** 256 random bits; shown once, stored as hashApiKey(key) only. */
export function newApiKey(): string {
  return apiKeyPrefix + randomBytes(32).toString('base64url');
}

/** Hex SHA-256: a slow hash would protect nothing, as keys are random and cannot be guessed. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
