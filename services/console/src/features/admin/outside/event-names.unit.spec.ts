import { describe, expect, it } from '@jest/globals';
import { eventNames } from './event-names.js';

describe('names of events', () => {
  it('are those of the description without versions, once each; nothing inbound', () => {
    const document = {
      channels: { cases: { address: 'clearline.cases' } },
      components: {
        messages: {
          'clearline.alert.raised.v2': { name: 'clearline.alert.raised.v2' },
          'clearline.alert.raised.v3': {},
          'clearline.inbound.complaint.v1': {},
        },
        list: [{ const: 'clearline.sla.clock-breached.v1' }, null, 3],
      },
    };
    expect(eventNames(document)).toEqual([
      'clearline.alert.raised',
      'clearline.sla.clock-breached',
    ]);
  });
});
