import { orderDimensions } from '#contracts';
import { sufficientAnswers, wilsonShare } from '../domain/wilson-interval.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';

/** `unit` is the one that was asked; what else there is to slice by is its case's, as it is by now. */
const orders = `(select f.*, c.category, c.channel, c.tier, c.severity, c.product, c.owner
                   from order_facts f join case_facts c using (case_id))`;

/** The desk of a problem had answered in time: what was closed in time, as the insurers count it. */
const answeredInTime = `exists (select from order_facts a where a.case_id = o.case_id and a.unit = o.unit
                                   and a.kind = 'supervision' and a.status = 'answered')
  and not exists (select from order_facts a where a.case_id = o.case_id and a.unit = o.unit
                     and a.kind = 'supervision' and a.is_late)`;

export const orderReport: ReportDefinition = {
  title: { zh: '会办、督办与回头看', en: 'Orders to units' },
  definition: {
    zh: '按发出时间与被请部门统计的会办单、督办单和回头看单：按时答复、逾期答复、逾期未答复、未到期、退回、撤销。“限时办结率”是按时答复的占已答复与逾期未答复之和的比例，带 95 % 区间；不足 30 份时勿用。“按时办结、未回头看”：督办按时办结、工单结束后的回头看到期仍无人答复的问题件。负责人是工单现在的负责人。',
    en: 'Co-handling, supervision and follow-ups by when they were given and the unit that was asked: answered in time, answered late, past due without an answer, waiting, declined, dropped. “Closed in time” is the share answered in time of those that were answered or are past due, with its 95 % interval; below 30 it is not to be used. “Closed in time, never followed up” are problem items whose desk answered in time and whose follow-up after the end is past due without an answer. The owner is whoever owns the case by now.',
  },
  figures: [
    ...['given', 'inTime', 'late', 'overdue', 'waiting', 'declined', 'dropped'],
    'neverFollowedUp',
  ],
  dimensions: orderDimensions,
  part: 'orderId',
  members(query) {
    const { where, values } = filterSql(query, 'o', 'given_at');
    const group = groupingSql(query, 'o', 'given_at');
    return {
      values,
      sql: `select ${group} as grp, o.case_id, o.order_id::text as part, f.figure from ${orders} o
              cross join lateral (values ('given', true),
                ('inTime', o.status = 'answered' and not o.is_late), ('late', o.status = 'answered' and o.is_late),
                ('overdue', o.status = 'open' and o.is_late), ('waiting', o.status = 'open' and not o.is_late),
                ('declined', o.status = 'declined'), ('dropped', o.status = 'dropped'),
                ('neverFollowedUp', o.kind = 'follow-up' and o.status = 'open' and o.is_late
                                    and ${answeredInTime})) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  derive({ inTime = 0, late = 0, overdue = 0 }) {
    const ended = inTime + late + overdue;
    return { closedInTime: wilsonShare(inTime, ended), insufficient: ended < sufficientAnswers };
  },
};
