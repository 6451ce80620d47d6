import { filterSql, groupingSql } from './report-query.js';
import type { ReportDefinition } from './report-definition.js';

const perCase = (amount: number, cases: number) =>
  cases === 0 ? null : Math.round((100 * amount) / cases) / 100;

/** What the work on cases took and cost; the dimensions are those of the case when it was done. */
export const handling: ReportDefinition = {
  title: { zh: '处理时长与成本', en: 'Handling time and cost' },
  definition: {
    zh: '按处理时间统计：处理过的投诉件数、累计用时超出队列目标的件数、有通话超过时限的件数，以及用时和成本。成本是工时乘以队列的小时成本，金额不带币种；没有小时成本的队列不计成本，“未计成本”是有这样处理的投诉件数，一件投诉两种处理都有的，也算在“有成本”中，两数之和因此可能大于“处理过”；件均成本只除以“有成本”的投诉件数。一件投诉经几个部门、在几日内处理的，在各行各计一次，合计只计一次。',
    en: 'By time of the work: complaints that were worked on, those whose work exceeded the target of their queue, those with a call beyond its limit, and the time and cost of the work. Cost is time by the cost of an hour of the queue, as an amount without a currency. Queues without a cost of an hour add none: “Work without a cost” are the complaints with such work; one with work of both kinds is in “Work with a cost” too, so that the two may add up to more than “Worked on”. The cost per case is by those of “Work with a cost” alone. A complaint that was worked on in several units, or on several days, stands in the row of each, and counts once in the total.',
  },
  figures: ['handled', 'overTarget', 'overLimit', 'withoutCost', 'withCost'],
  overlaps: true,
  members(query) {
    const { where, values } = filterSql(query, 'h', 'at');
    const group = groupingSql(query, 'h', 'at');
    return {
      values,
      sql: `select distinct ${group} as grp, h.case_id, '' as part, f.figure from handling_facts h
              cross join lateral (values ('handled', true), ('overTarget', h.is_over_target),
                                         ('overLimit', h.is_over_limit),
                                         ('withoutCost', h.cost is null),
                                         ('withCost', h.cost is not null)) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  sums: {
    names: ['seconds', 'cost'],
    select(query) {
      const { where, values } = filterSql(query, 'h', 'at');
      const group = groupingSql(query, 'h', 'at');
      return {
        values,
        sql: `select ${group} as grp, f.figure, f.amount from handling_facts h
                cross join lateral (values ('seconds', h.seconds::numeric), ('cost', h.cost)) as f(figure, amount)
               where ${where} and f.amount is not null`,
      };
    },
  },
  restOn: { secondsPerCase: 'handled', costPerCase: 'withCost' },
  derive: ({ handled = 0, withCost = 0, seconds = 0, cost = 0 }) => ({
    secondsPerCase: perCase(seconds, handled),
    costPerCase: perCase(cost, withCost),
  }),
};
