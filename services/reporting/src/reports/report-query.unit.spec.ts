import { describe, expect, it } from '@jest/globals';
import { reportQuery } from '#contracts';
import { filterSql, groupingSql } from './report-query.js';

const query = (parameters: Record<string, string>) => reportQuery.parse(parameters);

describe('the conditions of a report', () => {
  it('take one code, or any of several', () => {
    const { where, values } = filterSql(query({ unit: 'south,harbour', tier: 'vip' }), 'c', 'at');
    expect(where).toContain('c.unit = any($2::text[])');
    expect(where).toContain('c.tier = $3');
    expect(values).toEqual(['UTC', ['south', 'harbour'], 'vip']);
  });

  it('hold no text of the caller', () => {
    const hostile = `north'; drop table case_facts; --`;
    const { where } = filterSql(query({ unit: `${hostile},south` }), 'c', 'at');
    expect(where).not.toContain('drop');
  });

  it('count groups as one under the name of the first, as a value', () => {
    const asked = query({ by: 'unit', rollup: 'north,hill;south,harbour', tier: 'vip' });
    const { where, values } = filterSql(asked, 'c', 'at');
    expect(where).toContain('c.tier = $3');
    const names = { north: 'north', hill: 'north', south: 'south', harbour: 'south' };
    expect(values).toEqual(['UTC', JSON.stringify(names), 'vip']);
    expect(groupingSql(asked, 'c', 'at')).toBe("coalesce($2::jsonb ->> c.unit, c.unit, '')");
  });

  it('count groups as one of dimensions alone', () => {
    for (const by of ['day', 'clock', undefined]) {
      const asked = { rollup: 'north,hill', ...(by && { by }) };
      expect(reportQuery.safeParse(asked).success).toBe(false);
    }
  });

  it('begin a date alone at its midnight in the time zone of the groups', () => {
    const { where, values } = filterSql(
      query({ from: '2026-11-01', tz: 'Asia/Shanghai' }),
      'c',
      'at',
    );
    expect(where).toContain('$2::timestamp at time zone $1');
    expect(values).toEqual(['Asia/Shanghai', '2026-11-01']);
    expect(groupingSql(query({ by: 'day' }), 'c', 'at')).toContain('at time zone $1');
  });
});
