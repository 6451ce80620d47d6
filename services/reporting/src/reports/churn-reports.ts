import { churnFactorNames } from '#contracts';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';

const instantOf = (column: string) =>
  `to_char(to_timestamp(${column} / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const since = instantOf('at');

/** Of what was said of one customer the last first: several changes may be of one instant. */
const lastFirst = 'at desc, sequence desc nulls last, event_id desc';

/** The last rise that rests on a case: what somebody who calls the customer wants to know first. */
const lastRise = `select jsonb_build_object('level', level, 'since', ${since}, 'score', score, 'factors', factors,
                        'weights', weights) as churn
                    from churn_facts where case_id = p."caseId" and is_rise order by ${lastFirst} limit 1`;

/** What a score means, by the thresholds of signals. */
const scale = {
  zh: '各原因合成 0 至 1 的评分：0.3 起为关注，0.5 起为预警，0.75 起为严重；已达到的等级，评分降到阈值以下 0.1（如预警降到 0.4）才降级。',
  en: 'The reasons together give a score from 0 to 1: Watch from 0.3, Warning from 0.5, Critical from 0.75; a level that was reached falls only once the score is 0.1 below it, Warning at 0.4.',
} as const;

/** One fall after a rise; at one instant by their places in the stream, where these are known. */
const fallenSince = `exists (select from churn_facts l where l.customer_id = c.customer_id and not l.is_rise
                       and (l.at > c.at or l.at = c.at and coalesce(l.sequence > c.sequence, true)))`;

const ofLastRise = (column: string) =>
  `select r.${column} from churn_facts r where r.customer_id = f.customer_id and r.is_rise order by ${lastFirst} limit 1`;

/** Of a fall: the score that the reasons came to at the last rise, which has worn off since. */
const risenTo = `case when not f.is_rise then (select jsonb_build_object('score', r.score, 'since', ${instantOf('r.at')})
                   from churn_facts r where r.customer_id = f.customer_id and r.is_rise order by ${lastFirst} limit 1) end`;

/** The last change that rests on a case, with the reasons of the customer's last rise: a fall has none of its own. */
const lastChange = `select jsonb_build_object('level', level, 'since', ${since}, 'score', score, 'factors', coalesce(
                        (${ofLastRise('factors')}), '[]'), 'weights', coalesce((${ofLastRise('weights')}), '[]'),
                        'rise', ${risenTo}) as churn
                      from churn_facts f where case_id = p."caseId" order by ${lastFirst} limit 1`;

/** The level that each customer is at, since when, with the case that it rests on as that is now. */
const levels = `(select f.at, f.level, f.customer_id, c.* from
                   (select distinct on (customer_id) customer_id, case_id, level, at from churn_facts order by customer_id, ${lastFirst}) f
                   join case_facts c using (case_id))`;

export const churn: ReportDefinition = {
  title: { zh: '流失预警（等级上升）', en: 'Churn warnings given' },
  definition: {
    zh: `预警等级上升所依据的投诉，按上升时间与等级统计，一位客户可上升几次；此刻各等级有多少客户，见“当前流失等级”。${scale.zh}名单中的评分是该投诉最近一次上升时的，此后随时间减小。“已回落”指此后等级又降下来的。部门、分类等是上升当时的；当时尚无部门的归入“无部门”。没有投诉的客户不计入。`,
    en: `Complaints that a rise of a customer's churn level rests on, by the time and level of the rise; a customer may rise several times. How many are at a level now is in “Customers at a churn level now”. ${scale.en} The score in a list is of the last rise of this case, and wears off with time. “Fallen since” are those whose level has fallen since. Unit, category and the like are those that the complaint had at the rise; a rise before it had a unit is without one. Customers without a complaint are not counted.`,
  },
  figures: ['watch', 'warning', 'critical', 'cleared'],
  overlaps: true,
  churn: lastRise,
  members(query) {
    const { where, values } = filterSql(query, 'c', 'at');
    const group = groupingSql(query, 'c', 'at');
    return {
      values,
      sql: `select distinct ${group} as grp, c.case_id, '' as part, f.figure from churn_facts c
              cross join lateral (values ('watch', c.level = 'watch'), ('warning', c.level = 'warning'),
                ('critical', c.level = 'critical'),
                ('cleared', ${fallenSince})) as f(figure, holds)
             where ${where} and c.is_rise and c.case_id is not null and f.holds`,
    };
  },
};

/** Why the levels rose: each rise counts for every factor that it names. */
export const churnFactors: ReportDefinition = {
  title: { zh: '流失预警原因', en: 'Reasons of churn warnings' },
  definition: {
    zh: '预警等级上升所依据的投诉，按上升时间与原因统计；一次上升有几个原因，就在几个原因下各计一次。“90 天内再次投诉”按客户与类别判断，不看是否被关联为重复，所以与重复投诉报表的数不同。部门、分类等是上升当时的。没有投诉的客户不计入。',
    en: "Complaints that a rise of a customer's churn level rests on, by the time and the reasons of the rise; a rise with several reasons counts for each. “Complained again within 90 days” goes by customer and category, whether or not a case was linked as a repeat: the report of repeats has another number. Unit, category and the like are those that the complaint had at the rise. Customers without a complaint are not counted.",
  },
  figures: churnFactorNames,
  overlaps: true,
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

/** Customers by the level that they are at, however often it rose and fell before. */
export const churnLevels: ReportDefinition = {
  title: { zh: '当前流失等级', en: 'Customers at a churn level now' },
  definition: {
    zh: `此刻处于各流失等级的客户，每位客户计一次，按进入该等级的时间统计；部门、分类等是等级所依据的那件投诉现在的。等级降到底的客户不再计入，没有投诉的客户不计入。名单列出每位客户的那件投诉，不说明是哪位客户。${scale.zh}名单中的评分是等级最近一次变化时的，此后随时间减小。`,
    en: `Customers who are at a churn level now, each counted once, by when they came to it; unit, category and the like are those of the complaint that the level rests on, as it is now. Who fell below all levels is counted no more, customers without a complaint are not counted. The list has that complaint of each customer, and does not say who the customer is. ${scale.en} The score in a list is of the last change of the level, and wears off with time.`,
  },
  figures: ['watch', 'warning', 'critical'],
  churn: lastChange,
  members(query) {
    const { where, values } = filterSql(query, 'l', 'at');
    const group = groupingSql(query, 'l', 'at');
    return {
      values,
      sql: `select ${group} as grp, l.case_id, '' as part, l.level as figure from ${levels} l
             where ${where} and l.level <> 'none'`,
    };
  },
};

/** Why they are at it: each customer counts for every reason of the last rise. */
export const churnLevelFactors: ReportDefinition = {
  title: { zh: '当前流失等级的原因', en: 'Reasons of those at a churn level now' },
  definition: {
    zh: '此刻处于各流失等级的客户，按最近一次上升的原因统计；一位客户有几个原因，就在几个原因下各计一次。时间、部门、分类等与“当前流失等级”相同。',
    en: 'Customers who are at a churn level now, by the reasons of their last rise; one with several reasons counts for each. Times, unit, category and the like are those of “Customers at a churn level now”.',
  },
  figures: churnFactorNames,
  churn: lastChange,
  members(query) {
    const { where, values } = filterSql(query, 'l', 'at');
    const group = groupingSql(query, 'l', 'at');
    values.push(churnFactorNames);
    return {
      values,
      sql: `select distinct ${group} as grp, l.case_id, '' as part, f.figure from ${levels} l
              cross join lateral (select r.factors from churn_facts r where r.customer_id = l.customer_id and r.is_rise
                                   order by ${lastFirst} limit 1) r
              cross join lateral jsonb_array_elements_text(r.factors) as f(figure)
             where ${where} and l.level <> 'none' and f.figure = any($${values.length}::text[])`,
    };
  },
};
