import { ageSql } from './age-classes.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';
import type { ReportQuery } from '#contracts';

function conditions(query: ReportQuery, now: number) {
  const { where, values } = filterSql(query, 'c', 'received_at');
  const isByAge = query.by === 'age';
  const group = isByAge
    ? ageSql('c.received_at', now, values)
    : groupingSql(query, 'c', 'received_at');
  return { where, values, group };
}

/** How long what is open has been open by now. */
const ageOf = (figure: string) => ({
  names: [figure],
  select(query: ReportQuery, now: number) {
    const { where, values, group } = conditions(query, now);
    values.push(now);
    const age = `($${values.length}::bigint - c.received_at) / 1000.0`;
    const sql = `select ${group} as grp, '${figure}' as figure, ${age} as amount
                   from case_facts c where ${where} and c.status = 'open'`;
    return { values, sql };
  },
});

export const backlog: ReportDefinition = {
  title: { zh: '当前积压', en: 'Backlog now' },
  definition: {
    zh: '此刻尚未办结的投诉：处理中与待回访；选了周期时，只含周期内受理的。“已超时”已含在“办理中”内，不要与之相加。“最久”与“中位”是处理中的投诉自受理到此刻的时间；按时长分组时，一日为 24 小时。',
    en: 'Complaints not closed now: being worked, or resolved and awaiting the customer; of a period, those received in it. “Overdue” is part of “Open”, and not to be added to it. Oldest and median age are of open complaints, from receipt until now; an age of a day is 24 hours.',
  },
  groupings: ['age'],
  figures: ['open', 'resolved', 'overdue'],
  members(query, now) {
    const { where, values, group } = conditions(query, now);
    return {
      values,
      sql: `select ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              cross join lateral (values ('open', c.status = 'open'), ('resolved', c.status = 'resolved'),
                ('overdue', c.status = 'open' and exists (select from clock_facts k where k.case_id = c.case_id
                            and k.verdict = 'breached' and k.stopped_at is null))) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  maxima: ageOf('secondsOldest'),
  medians: ageOf('secondsMedianAge'),
};
