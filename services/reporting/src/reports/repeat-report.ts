import { wilsonShare } from '../domain/wilson-interval.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';

export const repeatReport: ReportDefinition = {
  title: { zh: '重复投诉', en: 'Repeats' },
  definition: {
    zh: '按受理时间统计的投诉，其中已关联为此前投诉的重复的件数，以及被之后的投诉重复的件数。重复率是已关联为重复的占全部投诉的比例，带 95 % 区间。关联被撤回的不计；并单与拆分不是重复。流失预警的“90 天内再次投诉”是另一数：同一客户 90 天内同类再来，不论是否被关联为重复，且只在等级上升时计。',
    en: 'Complaints by time of receipt, those of them that were linked as the repeat of an earlier complaint, and those that a later complaint repeats. The repeat rate is the share linked as repeats of all complaints, with its 95 % interval. A link that was taken back does not count; merged and split cases are no repeats. “Complained again within 90 days” of churn warnings is another count: the same customer about the same category, linked or not, and only where their level rose for it.',
  },
  figures: ['received', 'repeats', 'repeated'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
    const linked = (column: string) =>
      `exists (select from repeat_facts r where r.${column} = c.case_id and r.is_repeat)`;
    return {
      values,
      sql: `select ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              cross join lateral (values ('received', true), ('repeats', ${linked('case_id')}),
                                         ('repeated', ${linked('earlier_id')})) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  derive: ({ repeats = 0, received = 0 }) => ({ repeatRate: wilsonShare(repeats, received) }),
};
