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
