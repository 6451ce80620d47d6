import type { Budget } from './budget.js';
import type { DayName } from './calendar-spec.js';
import type { ClockChange } from './clock.js';
import type { ExplainTexts, Speech } from './explain-texts.js';
import type { PauseReason } from './policy.js';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const zones: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间',
  'Asia/Hong_Kong': '香港时间',
  'Asia/Taipei': '台北时间',
  'Asia/Tokyo': '东京时间',
  'Asia/Singapore': '新加坡时间',
  'America/New_York': '纽约时间',
  'America/Los_Angeles': '洛杉矶时间',
  'Europe/London': '伦敦时间',
  'Europe/Berlin': '柏林时间',
  'Europe/Paris': '巴黎时间',
  'Europe/Brussels': '布鲁塞尔时间',
  UTC: '世界协调时',
};
const reasons: Record<PauseReason, string> = {
  'awaiting-customer': '等待客户',
  'awaiting-third-party': '等待第三方',
  'agreed-appointment': '已与客户约定时间',
  'force-majeure': '不可抗力',
  'disputed-facts': '事实存在争议',
};
const causes: Record<ClockChange['cause'], string> = {
  priority: '优先级变更',
  severity: '严重程度变更',
  tier: '客户等级变更',
  codes: '类别或产品更正',
  policy: '规则变更',
  calendar: '日历变更',
  extension: '延期',
};

function duration(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = (ms % 60_000) / 1_000;
  const parts = [
    ...(hours > 0 ? [`${hours} 小时`] : []),
    ...(minutes > 0 ? [`${minutes} 分钟`] : []),
    ...(seconds > 0 ? [`${seconds} 秒`] : []),
  ];
  return parts.join(' ') || '0 分钟';
}

function minutesOf(minutes: number, kind: string): string {
  return minutes % 60 === 0 ? `${minutes / 60} 个${kind}小时` : `${minutes} 个${kind}分钟`;
}

function budgetOf(budget: Budget): string {
  switch (budget.unit) {
    case 'working-minutes':
      return minutesOf(budget.minutes, '工作');
    case 'elapsed-minutes':
      return `${minutesOf(budget.minutes, '自然')}（全天计时）`;
    case 'working-days':
      return budget.at === 'end-of-day'
        ? `至第 ${budget.days} 个工作日下班`
        : `${budget.days} 个工作日`;
    case 'calendar-days':
      return `${budget.days} 个自然日${budget.roll ? '，顺延至下一工作时间' : ''}`;
    case 'external':
      return '投诉自带的截止时间';
  }
}

function change({ at, cause, before, after }: ClockChange, { moment }: Speech): string {
  const added = after.extensions.at(-1);
  if (cause === 'extension' && added) {
    const moved = `截止时间由 ${moment(before.dueAt)} 改为 ${moment(after.dueAt)}`;
    return `延期 ${budgetOf(added)}：${moved}`;
  }
  const isOther = before.rule !== after.rule;
  const rules = isOther ? `，改按规则“${after.rule}”，不再按“${before.rule}”` : '';
  const past = after.dueAt <= at ? '，当时已过' : '';
  const moved = `${moment(at)} 之前截止 ${moment(before.dueAt)}，此后截止 ${moment(after.dueAt)}`;
  return `因${causes[cause]}重新计算${rules}：${moved}${past}`;
}

const dayName = (name: DayName = '') => (typeof name === 'string' ? name : name.zh);
const named = (what: string, name: string) => (name === '' ? what : `${what}：${name}`);

export const zhCn: ExplainTexts = {
  moment: (time, withYear) => `${zhCn.date(time, withYear)}${time.time}`,
  date: ({ year, month, date, weekday }, withYear) =>
    `${withYear ? `${year}年` : ''}${month}月${date}日（${weekdays[weekday]}）`,
  dates(first, last, withYear) {
    const year = withYear ? `${first.year}年` : '';
    const start = `${year}${first.month}月${first.date}日`;
    if (first.month !== last.month) return `${start}至${last.month}月${last.date}日`;
    return first.date === last.date ? start : `${start}至${last.date}日`;
  },
  zone: (tz) => zones[tz] ?? tz,
  duration,
  worked: (ms) => `${duration(ms)}工作时间`,
  budget: budgetOf,
  terms: (budget, from, calendar) => `自 ${from} 起 ${budgetOf(budget)}，按日历 ${calendar} 计算`,
  head: {
    due: (due, zone) => `截止时间 ${due}（${zone}）`,
    paused: (since, zone, reason) =>
      `${since}（${zone}）起暂停${reason ? `，${reasons[reason]}` : ''}`,
    met: (stop, zone, due) => `${stop}（${zone}）按时完成，截止时间 ${due}`,
    breached: (due, zone) => `${due}（${zone}）逾期`,
    late: (due, zone, stop, late) => `${due}（${zone}）逾期，${stop} 完成，超时 ${late}`,
    cancelled: (stop, zone) => `${stop}（${zone}）取消计时`,
  },
  daysFrom: (opening) => `自下一工作时间 ${opening} 起计`,
  used: (used, budget) => `已用 ${used}，时限共 ${budget}`,
  dayName,
  holiday: (name, dates) => `${name}${dates.join('、')}放假`,
  moreHolidays: (count) => `另有 ${count} 个假期`,
  makeUp: (name, date) => `${date}上班${name ? `（${name}）` : ''}`,
  paused({ reason, times, insideMs, outsideMs }) {
    const often = times > 1 ? ` ${times} 次共` : '';
    const outside = outsideMs > 0 ? `，另有工作时间以外 ${duration(outsideMs)}` : '';
    return `因${reasons[reason]}暂停${often} ${duration(insideMs)}${outside}`;
  },
  rolled: '顺延至下一工作时间',
  segment({ label, params }, speech) {
    const { days = 0, hours, reason, insideMs = 0, outsideMs = 0 } = params;
    const name = dayName(params.name);
    switch (label) {
      case 'counted':
        return '工作时间';
      case 'counted-days':
        return `${days} 个工作日${hours ? `，${hours}` : ''}`;
      case 'counted-plain':
        return '全天计时';
      case 'special-day':
        return named('特殊工作时间', name);
      case 'make-up':
        return named('调休上班', name);
      case 'closed-hours':
        return '非工作时间';
      case 'closed-break':
        return '午休或间歇';
      case 'closed-days':
        return '非工作时间，含休息日';
      case 'holiday':
        return named('节假日', name);
      case 'paused':
        return `暂停${reason ? `（${reasons[reason]}）` : ''}：本应计入 ${duration(insideMs)}，工作时间以外 ${duration(outsideMs)}`;
      case 'rolled':
        return '顺延至下一工作时间';
      case 'extension':
      case 'recalculation':
        return params.change ? change(params.change, speech) : label;
      case 'due':
        return '到期：此后为超时';
    }
  },
  sentence: (head, terms, details) => `${[`${head}：${terms}`, ...details].join('；')}。`,
  table: {
    title: '时限计算说明',
    clock: '时钟',
    kinds: {
      acknowledge: '受理',
      stage: '阶段',
      'next-update': '下次回复',
      resolution: '办结',
      statutory: '法定时限',
      external: '外部时限',
      department: '转办',
    },
    state: '状态',
    states: {
      running: '计时中',
      paused: '暂停',
      met: '按时完成',
      breached: '逾期',
      cancelled: '已取消',
    },
    rule: '规则',
    ruleOf: (rule, policyVersion) => `${rule}，规则版本 ${policyVersion}`,
    calendar: '日历',
    budget: '时限',
    counted: '已计',
    columns: ['起', '止', '计入', '累计', '说明'],
  },
};
