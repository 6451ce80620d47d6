import { churnFactorNames } from '#contracts';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';

/** The last rise that rests on a case: what somebody who calls the customer wants to know first. */
const lastRise = `select jsonb_build_object('level', level, 'factors', factors) as churn
                    from churn_facts where case_id = p."caseId" and is_rise order by at desc, event_id limit 1`;

export const churn: ReportDefinition = {
  title: { zh: '流失预警', en: 'Churn warnings' },
  definition: {
    zh: '预警等级上升所依据的投诉，按上升时间与等级统计；“已回落”指此后等级又降下来的。没有投诉的客户不计入。',
    en: "Complaints that a rise of a customer's churn level rests on, by the time and level of the rise; “Fallen since” are those whose level has fallen since. Customers without a complaint are not counted.",
  },
  figures: ['watch', 'warning', 'critical', 'cleared'],
  churn: lastRise,
  members(query) {
    const { where, values } = filterSql(query, 'c', 'at');
    const group = groupingSql(query, 'c', 'at');
    return {
      values,
      sql: `select distinct ${group} as grp, c.case_id, '' as part, f.figure from churn_facts c
              cross join lateral (values ('watch', c.level = 'watch'), ('warning', c.level = 'warning'),
                ('critical', c.level = 'critical'),
                ('cleared', exists (select from churn_facts l where l.customer_id = c.customer_id
                                       and not l.is_rise and l.at >= c.at))) as f(figure, holds)
             where ${where} and c.is_rise and c.case_id is not null and f.holds`,
    };
  },
};

/** Why the levels rose: each rise counts for every factor that it names. */
export const churnFactors: ReportDefinition = {
  title: { zh: '流失预警原因', en: 'Reasons of churn warnings' },
  definition: {
    zh: '预警等级上升所依据的投诉，按上升时间与原因统计；一次上升有几个原因，就在几个原因下各计一次。没有投诉的客户不计入。',
    en: "Complaints that a rise of a customer's churn level rests on, by the time and the reasons of the rise; a rise with several reasons counts for each. Customers without a complaint are not counted.",
  },
  figures: churnFactorNames,
  churn: lastRise,
  members(query) {
    const { where, values } = filterSql(query, 'c', 'at');
    const group = groupingSql(query, 'c', 'at');
    values.push(churnFactorNames);
    return {
      values,
      sql: `select distinct ${group} as grp, c.case_id, '' as part, f.figure from churn_facts c
              cross join lateral jsonb_array_elements_text(c.factors) as f(figure)
             where ${where} and c.is_rise and c.case_id is not null and f.figure = any($${values.length}::text[])`,
    };
  },
};
