import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { TimelineEntry } from '../case-queries.js';
import { eventName } from '../timeline/entry-facts.js';
import { customerEntries } from './customer-copy.js';

const entry = (type: string, texts: Record<string, string> = {}): TimelineEntry => ({
  ...{ id: type, sequence: 1, type, texts, actor: 'a-001' },
  ...{ occurredAt: '2026-01-01T00:00:00Z', recordedAt: '2026-01-01T00:00:00Z' },
  data: { by: 'a-001', reason: 'wrong-unit', note: 'n', kind: 'interim', channel: 'phone' },
});
/** Everything that can happen to a case, each with words of every name. */
const everything = readdirSync('libs/contracts/generated/schemas')
  .filter((file) => /^clearline\.(case|sla|alert)\./.test(file))
  .map((file) =>
    entry(file.replace(/(\.schema)?\.json$/, ''), {
      ...{ text: `words of ${file}`, note: 'a remark', resolution: 'inner', reason: 'inner' },
    }),
  );

describe('a case on paper for the customer', () => {
  it('tells only what the customer had a part in, whatever happened to the case', () => {
    expect(everything.length).toBeGreaterThan(80);
    const told = customerEntries(everything).map(({ id }) => eventName(id));
    expect([...new Set(told)].sort()).toEqual([
      'case.apology-recorded',
      'case.closed',
      'case.contact-recorded',
      'case.message-sent',
      'case.opened',
      'case.reopened',
      'case.resolved',
      'case.withdrawn',
    ]);
  });

  it('says nothing of what passed with somebody else', () => {
    const toParty = everything.map((one) => ({ ...one, data: { ...one.data, partyId: 'p' } }));
    expect(customerEntries(toParty)).toEqual([]);
  });

  it('holds no words but those that were written to the customer', () => {
    const said = customerEntries(everything).filter(({ text }) => text !== undefined);
    const events = new Set(said.map(({ event }) => event));
    expect([...events].sort()).toEqual(['apology-recorded', 'message-sent']);
    expect(JSON.stringify(customerEntries(everything))).not.toMatch(
      /remark|inner|wrong-unit|a-001/,
    );
  });
});
