import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeRecord, type EncodedRecord, type RecordToEncode } from './encode-record.js';
import { quickenLibrary } from './quicken-library.js';

const require = createRequire(import.meta.url);
const place = require.resolve('kafkajs/src/protocol/recordBatch/record/v0/index.js');
const libraryOwn = require(place) as (record: RecordToEncode) => EncodedRecord;

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const headerValue = fc.oneof(text, bytes);
const record: fc.Arbitrary<RecordToEncode> = fc.record(
  {
    key: fc.oneof(text, bytes, fc.constant(null)),
    value: fc.oneof(text, bytes, fc.constant(null)),
    headers: fc.dictionary(text, fc.oneof(headerValue, fc.array(headerValue, { maxLength: 3 })), {
      maxKeys: 20,
    }),
    offsetDelta: fc.nat(),
    timestampDelta: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  },
  { requiredKeys: ['key', 'value'] },
);

it('encodes every record to the bytes that the library makes of it', () => {
  fc.assert(
    fc.property(record, (one) => {
      expect(encodeRecord(one).buffer.toString('hex')).toBe(libraryOwn(one).buffer.toString('hex'));
    }),
    { numRuns: 1_000 },
  );
});

it('takes the place of the encoder of the library that is installed', () => {
  expect(quickenLibrary()).toBe(true);
  expect(require(place)).toBe(encodeRecord);
});
