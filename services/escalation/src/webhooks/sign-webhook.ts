import { createHmac, hkdfSync } from 'node:crypto';

/** What marks a secret of the Standard Webhooks specification. */
const prefix = 'whsec_';

/**
 * The secret of a subscription, made from the master key: it is nowhere stored, and another `version` gives
 * another one.
 */
export function secretOf(masterKey: Buffer, subscriptionId: string, version: number): string {
  const info = `clearline webhook secret ${version}`;
  const bytes = hkdfSync('sha256', masterKey, subscriptionId, info, 32);
  return `${prefix}${Buffer.from(bytes).toString('base64')}`;
}

/**
 * Headers of Standard Webhooks (https://www.standardwebhooks.com): the id is the same in every attempt, the
 * signature is an HMAC-SHA256 over id, time and body.
 * @param now epoch milliseconds, of this attempt: receivers refuse old ones
 */
export function signedHeaders(
  secret: string,
  id: string,
  body: string,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
