import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CloudEventError,
  fromPrefixedHeaders,
  toCloudEvent,
  toKafkaHeaders,
} from './cloud-events.js';

const attribute = fc.string({ minLength: 1, maxLength: 30 });
const event = fc.record({
  specversion: fc.constant('1.0' as const),
  id: attribute,
  source: attribute,
  type: attribute,
  time: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  subject: fc.option(attribute, { nil: undefined }),
  partitionkey: fc.option(attribute, { nil: undefined }),
  extensions: fc.record({ correlationid: attribute, traceparent: attribute }),
});

describe('CloudEvents attributes', () => {
  it('survive the Kafka headers unchanged', () => {
    fc.assert(
      fc.property(event, (original) => {
        expect(fromPrefixedHeaders(toKafkaHeaders(original), 'ce_')).toEqual(original);
      }),
    );
  });

  const valid = {
    specversion: '1.0',
    id: 'a',
    source: 's',
    type: 't',
    time: '2026-01-01T00:00:00Z',
  };

  it.each(['specversion', 'id', 'source', 'type'])('are refused without %s', (name) => {
    const broken = Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name));
    expect(() => toCloudEvent(broken)).toThrow(expect.objectContaining({ attribute: name }));
  });

  it('may leave out the time', () => {
    const { time: _time, ...timeless } = valid;
    expect(toCloudEvent(timeless).time).toBeUndefined();
  });

  it.each([
    ['time', 'yesterday'],
    ['time', '2026-13-01T00:00:00Z'],
    ['specversion', '0.3'],
    ['id', ''],
    ['source', 'a\0b'],
    ['source', '\ud800'],
  ])('are refused when %s is %j', (name, value) => {
    expect(() => toCloudEvent({ ...valid, [name]: value })).toThrow(CloudEventError);
  });

  it('are refused when an extension name has other characters than a-z and 0-9', () => {
    expect(() => toCloudEvent({ ...valid, 'trace-parent': 'x' })).toThrow(/a-z and 0-9/);
  });
});
