import type { ReportQuery } from '#contracts';
import { wilsonShare } from '../domain/wilson-interval.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';

const groupSql = (query: ReportQuery) =>
  query.by === 'clock' ? `coalesce(k.kind, '')` : groupingSql(query, 'c', 'received_at');

export const slaAttainment: ReportDefinition = {
  title: { zh: '时限达成率', en: 'SLA attainment' },
  definition: {
    zh: '按受理时间统计的投诉的时钟，不论何时停止：已停止的时钟中按时的比例；仍在走的分为已超时与未超时，不计入比例。“已取消”是不再需要等的时钟：投诉先一步了结，即已解决（如“下次回复（第 2 次）”）、撤回或并入他件；撤销并单后时钟照旧走，这个数因此会变小。',
    en: 'Clocks of complaints by time of receipt, whenever they stopped: the share met among those stopped; clocks of open cases are overdue or running and stay out of the share. “Cancelled” are clocks that nobody waits for any more, as the complaint ended first: it was resolved (as of “Next update, 2nd”), withdrawn or merged; where a merge is undone its clocks go on, so that their number can fall.',
  },
  takesClock: true,
  groupings: ['clock'],
  figures: ['met', 'breached', 'openOverdue', 'openRunning', 'cancelled', 'withoutClock'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupSql(query);
    const kind = query.clock ? `and k.kind = '${query.clock}'` : '';
    return {
      values,
      sql: `select ${group} as grp, c.case_id, coalesce(k.clock_id, '') as part, case
                when k.clock_id is null then 'withoutClock'
                when k.verdict = 'met' then 'met'
                when k.verdict = 'cancelled' then 'cancelled'
                when k.verdict = 'breached' and (k.stopped_at is not null or c.status <> 'open') then 'breached'
                when k.verdict = 'breached' or k.judged = 'open-overdue' then 'openOverdue'
                else 'openRunning' end as figure
              from case_facts c left join clock_facts k on k.case_id = c.case_id ${kind}
             where ${where}`,
    };
  },
  derive: ({ met = 0, breached = 0 }) => ({ attainment: wilsonShare(met, met + breached) }),
};
