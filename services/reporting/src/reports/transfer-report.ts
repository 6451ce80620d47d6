import { sufficientAnswers, wilsonShare } from '../domain/wilson-interval.js';
import type { Amounts, ReportDefinition } from './report-definition.js';
import { filterSql, groupingSql } from './report-query.js';
import type { ReportQuery } from '#contracts';

/** What units had and gave away or ended, with the dimensions of the case. */
const spans = `(select f.from_at, f.unit, f.to_at - f.from_at as ms, c.category, c.channel, c.tier, c.severity, c.product
                  from unit_facts f join case_facts c using (case_id) where f.to_at > f.from_at)`;

/** From which unit to which: the first is the one whose span it ended. */
const asked = `select jsonb_build_object('from', (select u.unit from unit_facts u
                    where u.case_id = t.case_id and u.to_at = t.at order by u.ordinal desc limit 1),
                  'to', t.unit, 'at', to_char(to_timestamp(t.at / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as transfer
                 from transfer_facts t where t.transfer_id = p.part::uuid`;

/** Of each span an amount by the name of each figure. */
function ofSpans(amounts: Readonly<Record<string, string>>): Amounts {
  const figures = Object.entries(amounts).map(([figure, amount]) => `('${figure}', ${amount})`);
  return {
    names: Object.keys(amounts),
    select(query: ReportQuery) {
      const { where, values } = filterSql(query, 's', 'from_at');
      const group = groupingSql(query, 's', 'from_at');
      const sql = `select ${group} as grp, f.figure, f.amount from ${spans} s
                     cross join lateral (values ${figures.join(', ')}) as f(figure, amount) where ${where}`;
      return { values, sql };
    },
  };
}

const seconds = 's.ms / 1000.0';

export const transferReport: ReportDefinition = {
  title: { zh: '转办与退单', en: 'Transfers and refusals' },
  definition: {
    zh: '按转办时间与转入部门统计的转办：已接单、已退单、转出方已撤回、尚未接退、已办完交回；退单率是退单占接单与退单之和的比例，带 95 % 区间，不足 30 次时勿用。用时按部门拿到工单的时间统计，只计已经结束的各段：“占用时长”是各段之和，并写明共几段，“每段用时中位数”是各段的中位数；第一个部门的用时也计入。',
    en: 'Transfers by when they were asked for and the unit they went to: accepted, refused, taken back by who asked, decided by nobody yet, given back when done. The refusal rate is the share refused of those accepted or refused, with its 95 % interval; below 30 it is not to be used. “Time held” adds up how long units had a case, in how many spans is said beside it; “Median time held” is the middle of these spans: by when a unit got the case, of spans that are over, also those of the first unit.',
  },
  figures: ['transferred', 'accepted', 'refused', 'withdrawn', 'undecided', 'handedBack'],
  part: 'transferId',
  transfer: asked,
  members(query) {
    const { where, values } = filterSql(query, 't', 'at');
    const group = groupingSql(query, 't', 'at');
    return {
      values,
      sql: `select ${group} as grp, t.case_id, t.transfer_id::text as part, f.figure from transfer_facts t
              cross join lateral (values ('transferred', true), ('accepted', t.outcome = 'accepted'),
                ('refused', t.outcome = 'refused'), ('withdrawn', t.outcome = 'withdrawn'),
                ('undecided', t.outcome is null), ('handedBack', t.is_handed_back)) as f(figure, holds)
             where ${where} and f.holds`,
    };
  },
  sums: ofSpans({ secondsHeld: seconds, spansHeld: '1.0' }),
  medians: ofSpans({ secondsMedian: seconds }),
  restOn: { secondsMedian: 'spansHeld' },
  derive({ accepted = 0, refused = 0, secondsHeld = 0 }) {
    const decided = accepted + refused;
    return {
      refusalRate: wilsonShare(refused, decided),
      insufficient: decided < sufficientAnswers,
      hoursHeld: Math.round(secondsHeld / 36) / 100,
    };
  },
};
