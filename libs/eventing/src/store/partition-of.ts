/** Partitions of every topic, on both engines. */
export const partitionCount = 12;

/** Murmur2 as Kafka's default partitioner computes it (org.apache.kafka.common.utils.Utils.murmur2). */
function murmur2(data: Buffer): number {
  const m = 0x5bd1e995;
  let h = 0x9747b28c ^ data.length;
  let i = 0;
  for (; i + 4 <= data.length; i += 4) {
    let k = Math.imul(data.readInt32LE(i), m);
    k ^= k >>> 24;
    h = Math.imul(h, m) ^ Math.imul(k, m);
  }
  const rest = data.length - i;
  if (rest >= 3) h ^= data.readUInt8(i + 2) << 16;
  if (rest >= 2) h ^= data.readUInt8(i + 1) << 8;
  if (rest >= 1) h = Math.imul(h ^ data.readUInt8(i), m);
  h ^= h >>> 13;
  h = Math.imul(h, m);
  return h ^ (h >>> 15);
}

/** The partition of a key: the same one that Kafka's clients choose. */
export function partitionOf(key: string, partitions = partitionCount): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}
