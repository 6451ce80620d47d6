import { createPublicKey, hash as hashOnce, sign, verify, type KeyObject } from 'node:crypto';

/** The events of one stream inside a seal: the first sequence, then the hash of each. */
export type SealedRun = [stream: string, first: number, ...hashes: string[]];

export interface Seal {
  number: number;
  /** The last sealed place of the log. */
  epoch: number;
  tx: string;
  position: string;
  count: number;
  /** JSON of SealedRun[]: lets a verification name the very event that is gone or changed. */
  streams: string;
  root: string;
  previous: string;
  sealedAt: number;
  hash: string;
  signature: string;
}

const sha256 = (data: string | Buffer): Buffer => hashOnce('sha256', data, 'buffer');

const nodePrefix = Buffer.from('\u0001');

/** Merkle root (hex) over event hashes in log order; leaves and nodes are told apart as in RFC 6962. */
export function merkleRoot(hashes: readonly string[]): string {
  let level = hashes.map((hash) => sha256(`\0${hash}`));
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      next.push(right ? sha256(Buffer.concat([nodePrefix, level[i]!, right])) : level[i]!);
    }
    level = next;
  }
  return (level[0] ?? sha256('')).toString('hex');
}

type Unsigned = Omit<Seal, 'hash' | 'signature'>;

export function sealHash(service: string, seal: Unsigned): string {
  const { number, epoch, tx, position, count, streams, root, previous, sealedAt } = seal;
  const fields = [service, number, epoch, tx, position, count, streams, root, previous, sealedAt];
  return sha256(JSON.stringify(fields)).toString('hex');
}

export function signSeal(service: string, seal: Unsigned, key: KeyObject): Seal {
  const hash = sealHash(service, seal);
  const signature = sign(null, Buffer.from(hash, 'hex'), key).toString('base64');
  return { ...seal, hash, signature };
}

/** Whether a seal's fields match its hash and the hash its signature. `key`: the private or the public seal key. */
export function isSealGenuine(service: string, seal: Seal, key: KeyObject): boolean {
  if (sealHash(service, seal) !== seal.hash) return false;
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return verify(
    null,
    Buffer.from(seal.hash, 'hex'),
    publicKey,
    Buffer.from(seal.signature, 'base64'),
  );
}

/** Groups events in log order into runs per stream. */
export function toRuns(
  events: readonly { stream: string; sequence: number; hash: string }[],
): SealedRun[] {
  const runs: SealedRun[] = [];
  const open = new Map<string, { run: SealedRun; last: number }>();
  for (const { stream, sequence, hash } of events) {
    const current = open.get(stream);
    if (current && current.last + 1 === sequence) {
      current.run.push(hash);
      current.last = sequence;
      continue;
    }
    const run: SealedRun = [stream, sequence, hash];
    runs.push(run);
    open.set(stream, { run, last: sequence });
  }
  return runs;
}
