import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** A key that seals one file and nothing else, so that a part's number may be its nonce. */
export const newFileKey = (): Buffer => randomBytes(32);

/**
 * One part of a file under AES-256-GCM: tag | ciphertext. File and number are authenticated too, so that
 * parts can't be swapped; that none is missing at the end, the length of the file tells.
 */
export function sealPart(key: Buffer, fileId: string, part: number, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(part)).setAAD(placeOf(fileId, part));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([cipher.getAuthTag(), body]);
}

/** @throws Error when the part was changed, or belongs elsewhere */
export function openPart(key: Buffer, fileId: string, part: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(part), { authTagLength: tagBytes })
    .setAAD(placeOf(fileId, part))
    .setAuthTag(sealed.subarray(0, tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(tagBytes)), decipher.final()]);
}

function nonceOf(part: number): Buffer {
  const nonce = Buffer.alloc(ivBytes);
  nonce.writeUInt32BE(part, ivBytes - 4);
  return nonce;
}

const placeOf = (fileId: string, part: number) => Buffer.from(`${fileId}:${part}`);
