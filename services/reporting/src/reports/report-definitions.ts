import { sufficientAnswers, wilsonShare } from '../domain/wilson-interval.js';
import { churn, churnFactors, churnLevels } from './churn-reports.js';
import { handling } from './handling-report.js';
import { orderReport } from './order-report.js';
import { repeatReport } from './repeat-report.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';
import { transferReport } from './transfer-report.js';

const volume: ReportDefinition = {
  title: { zh: '投诉量', en: 'Volume' },
  definition: {
    zh: '按受理时间统计的投诉件数，及其中已办结、已重开、有阶段缺证据而结束的件数。',
    en: 'Complaints by time of receipt, and how many of them are closed, were reopened, or had a stage ended without its evidence.',
  },
  figures: ['received', 'closed', 'reopened', 'overridden'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
    return {
      values,
      sql: `select ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              cross join lateral (values ('received', true), ('closed', c.status in ('closed', 'withdrawn')),
                                         ('reopened', c.reopened > 0), ('overridden', c.overridden > 0)) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
};

const backlog: ReportDefinition = {
  title: { zh: '积压', en: 'Backlog' },
  definition: {
    zh: '按受理时间统计的尚未办结的投诉：处理中与待回访。',
    en: 'Complaints not closed yet, by time of receipt: being worked, or resolved and awaiting the customer.',
  },
  figures: ['open', 'resolved', 'overdue'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
    return {
      values,
      sql: `select ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              cross join lateral (values ('open', c.status = 'open'), ('resolved', c.status = 'resolved'),
                ('overdue', c.status = 'open' and exists (select from clock_facts k where k.case_id = c.case_id
                            and k.verdict = 'breached' and k.stopped_at is null))) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
};

const slaAttainment: ReportDefinition = {
  title: { zh: '时限达成率', en: 'SLA attainment' },
  definition: {
    zh: '按受理时间统计的投诉的时钟，不论何时停止：已停止的时钟中按时的比例；仍在走的分为已超时与未超时，不计入比例。',
    en: 'Clocks of complaints by time of receipt, whenever they stopped: the share met among those stopped; clocks of open cases are overdue or running and stay out of the share.',
  },
  takesClock: true,
  figures: ['met', 'breached', 'openOverdue', 'openRunning', 'cancelled', 'withoutClock'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
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

const satisfaction: ReportDefinition = {
  title: { zh: '满意度', en: 'Satisfaction' },
  definition: {
    zh: '按受理时间统计的投诉的实际参评满意率：五分制前两档的比例，带 95 % 区间；不足 30 份为不足。应答率是已办结投诉中有评价的比例。',
    en: 'Complaints by time of receipt: satisfied among those who rated (top two of five), with its 95 % interval; insufficient below 30 answers. The response rate is the share of closed complaints that were rated.',
  },
  figures: ['closed', 'closedAnswered', 'answered', 'satisfied'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
    return {
      values,
      sql: `select distinct ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              left join satisfaction_facts s on s.case_id = c.case_id and s.kind = 'csat'
              cross join lateral (values ('closed', c.status = 'closed'), ('answered', s.survey_id is not null),
                                         ('closedAnswered', c.status = 'closed' and s.survey_id is not null),
                                         ('satisfied', s.satisfied)) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  derive: ({ closed = 0, closedAnswered = 0, answered = 0, satisfied = 0 }) => ({
    csat: wilsonShare(satisfied, answered),
    responseRate: wilsonShare(closedAnswered, closed),
    insufficient: answered < sufficientAnswers,
  }),
};

export const reports: Readonly<Record<string, ReportDefinition>> = {
  volume,
  backlog,
  'sla-attainment': slaAttainment,
  satisfaction,
  churn,
  'churn-levels': churnLevels,
  'churn-factors': churnFactors,
  handling,
  orders: orderReport,
  transfers: transferReport,
  repeats: repeatReport,
};
