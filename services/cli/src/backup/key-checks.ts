import { createHash, createHmac, createPublicKey } from 'node:crypto';
import type { PlatformConfig } from '#platform';

/** Same keys, same checks; neither key can be had from them. */
export function keyChecks({ masterKey, sealKey }: PlatformConfig): {
  masterKeyCheck: string;
  sealKeyCheck: string;
} {
  const publicKey = createPublicKey(sealKey).export({ type: 'spki', format: 'der' });
  return {
    masterKeyCheck: createHmac('sha256', masterKey).update('clearline backup').digest('hex'),
    sealKeyCheck: createHash('sha256').update(publicKey).digest('hex'),
  };
}
