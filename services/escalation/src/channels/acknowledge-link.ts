import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** So long after its mail a link acknowledges. */
export const linkLastsMs = 7 * 86_400_000;

const bodyBytes = 36;

/** One alert, and whose channel it was told over. */
export interface LinkSubject {
  alertId: string;
  channelId: string;
}

/**
 * The secret part of a link that acknowledges one alert for one person. It is signed with a key made from the
 * master key and nowhere stored.
 * @param expiresAt epoch milliseconds
 */
export function sealLink(masterKey: Buffer, subject: LinkSubject, expiresAt: number): string {
  const body = Buffer.alloc(bodyBytes);
  body.set(parse(subject.alertId), 0);
  body.set(parse(subject.channelId), 16);
  body.writeUInt32BE(Math.floor(expiresAt / 1_000), 32);
  return Buffer.concat([body, signatureOf(masterKey, body)]).toString('base64url');
}

/** What a link is for; undefined of one that was not made here, was altered or has expired. */
export function openLink(masterKey: Buffer, token: string, now: number): LinkSubject | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== bodyBytes + 32) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  if (!timingSafeEqual(bytes.subarray(bodyBytes), signatureOf(masterKey, body))) return undefined;
  if (body.readUInt32BE(32) * 1_000 <= now) return undefined;
  return { alertId: stringify(body.subarray(0, 16)), channelId: stringify(body.subarray(16, 32)) };
}

function signatureOf(masterKey: Buffer, body: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'clearline acknowledge link', 32));
  return createHmac('sha256', key).update(body).digest();
}
