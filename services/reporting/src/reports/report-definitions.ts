import { sufficientAnswers, wilsonShare } from '../domain/wilson-interval.js';
import { backlog } from './backlog-report.js';
import { churn, churnFactors, churnLevelFactors, churnLevels } from './churn-reports.js';
import { handling } from './handling-report.js';
import { orderReport } from './order-report.js';
import { repeatReport } from './repeat-report.js';
import type { ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';
import { slaAttainment } from './sla-report.js';
import { transferReport } from './transfer-report.js';

const volume: ReportDefinition = {
  title: { zh: '投诉量', en: 'Volume' },
  definition: {
    zh: '按受理时间统计的投诉件数，及其中已关闭或已撤回、并入他件、已重开、有阶段缺证据而结束的件数。并入他件的不算已关闭；既未关闭、撤回也未并入的，在“当前积压”中。',
    en: 'Complaints by time of receipt, and how many of them are closed or were withdrawn, were merged into another, were reopened, or had a stage ended without its evidence. What was merged is not among the closed; what is neither closed, withdrawn nor merged is in “Backlog now”.',
  },
  figures: ['received', 'closed', 'reopened', 'overridden', 'merged'],
  members(query) {
    const { where, values } = filterSql(query, 'c', 'received_at');
    const group = groupingSql(query, 'c', 'received_at');
    return {
      values,
      sql: `select ${group} as grp, c.case_id, '' as part, f.figure from case_facts c
              cross join lateral (values ('received', true), ('closed', c.status in ('closed', 'withdrawn')),
                                         ('merged', c.status = 'merged'),
                                         ('reopened', c.reopened > 0), ('overridden', c.overridden > 0)) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
};

const satisfaction: ReportDefinition = {
  title: { zh: '满意度', en: 'Satisfaction' },
  definition: {
    zh: '按受理时间统计的投诉的实际参评满意率：五分制前两档的比例，带 95 % 区间；不足 30 份时勿用。“参评”是有评价的投诉，不论现状；“办结且参评”是其中已关闭的。应答率是已关闭投诉中有评价的比例；撤回或并入他件的不请评价，不在其中。',
    en: 'Complaints by time of receipt: satisfied among those who rated (top two of five), with its 95 % interval; below 30 answers it is not to be used. “Rated” are all complaints with a rating, also those open again; “Closed and rated” are those of them that are closed. The response rate is their share of the complaints that were closed; those withdrawn or merged are not asked, and not among them.',
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
  'churn-level-factors': churnLevelFactors,
  'churn-factors': churnFactors,
  handling,
  orders: orderReport,
  transfers: transferReport,
  repeats: repeatReport,
};
