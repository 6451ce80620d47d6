import { describe, expect, it } from '@jest/globals';
import { importMapping, readColumns } from './import-mapping.js';
import { interpretRow, RowError } from './interpret-row.js';
import { toCode } from './to-code.js';

const mapping = importMapping.parse({
  name: 'example',
  description: 'an example',
  timeZone: 'Europe/Berlin',
  row: 'case',
  id: 'Id',
  complaint: {
    receivedAt: { column: ['Day', 'Time'], formats: ['dd.MM.yyyy HH:mm'] },
    dueAt: { column: 'Due', formats: ['dd.MM.yyyy'] },
    channel: { column: 'Via', map: { Tel: 'phone' } },
    category: { column: 'Kind', default: 'unclassified' },
    organisation: { column: 'Office' },
    statement: { columns: ['Subject', 'Text'] },
  },
  history: { at: { column: 'Done', formats: ['dd.MM.yyyy'] }, outcome: { value: 'closed' } },
});
const now = Date.parse('2026-01-01T00:00:00Z');
const row = {
  Id: '7',
  Day: '01.06.2025',
  Time: '09:30',
  Due: '10.06.2025',
  Via: 'Tel',
  Kind: 'Lärm & Staub',
  Office: 'Amt 3',
  Subject: 'Laut',
  Text: 'jede Nacht',
  Done: '05.06.2025',
};

describe('interpretRow', () => {
  it('reads a case with its deadline, its codes and its outcome', () => {
    expect(interpretRow(row, mapping, now)).toEqual({
      externalId: '7',
      at: Date.parse('2025-06-01T07:30:00Z'),
      complaint: {
        channel: 'phone',
        severity: undefined,
        category: { code: 'Lärm-Staub', name: 'Lärm & Staub' },
        product: undefined,
        organisation: { code: 'Amt-3', name: 'Amt 3' },
        statement: 'Laut\njede Nacht',
        customer: undefined,
        dueAt: Date.parse('2025-06-09T22:00:00Z'),
      },
      history: {
        at: Date.parse('2025-06-04T22:00:00Z'),
        step: undefined,
        outcome: 'closed',
        isPaused: false,
      },
    });
  });

  it.each([
    ['id', { Id: '' }],
    ['receivedAt', { Day: '31.02.2025' }],
    ['receivedAt', { Day: '01.06.2027' }],
    ['dueAt', { Due: 'soon' }],
    ['channel', { Via: 'Pigeon' }],
    ['statement', { Subject: ' ', Text: '' }],
    ['history', { Done: '01.01.2025' }],
    ['complaint.statement', { Text: 'a\0b' }],
  ])('names %s as the field at fault, never its value', (field, change) => {
    const read = () => interpretRow({ ...row, ...change }, mapping, now);
    expect(read).toThrow(RowError);
    expect(read).toThrow(expect.objectContaining({ field }));
  });

  it('falls back where the mapping says so, and leaves out what is empty', () => {
    const read = interpretRow({ ...row, Kind: '', Due: '', Done: '' }, mapping, now);
    expect(read.complaint.category.code).toBe('unclassified');
    expect(read.complaint.dueAt).toBeUndefined();
    expect(read.history).toBeUndefined();
  });

  it('lists the columns it reads', () => {
    expect(readColumns(mapping).sort()).toEqual(Object.keys(row).sort());
  });
});

describe('toCode', () => {
  it('keeps long names apart', () => {
    const long = (end: string) => toCode(`${'x'.repeat(80)}${end}`)!;
    expect(long('a')).not.toBe(long('b'));
    expect(long('a')).toHaveLength(64);
    expect(toCode('?!')).toBeUndefined();
  });
});
