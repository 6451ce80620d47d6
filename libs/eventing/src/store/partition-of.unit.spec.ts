import { expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { partitionOf } from './partition-of.js';

const require = createRequire(import.meta.url);
const murmur2 = require('kafkajs/src/producer/partitioners/default/murmur2.js') as (
  key: Buffer,
) => number;

it('chooses the partition that a Kafka client chooses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      const expected = (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % 12;
      expect(partitionOf(key)).toBe(expected);
    }),
  );
});
