import type { AlertView } from '#contracts';

type Facts = Pick<AlertView, 'cause' | 'kind' | 'threshold' | 'level' | 'audience' | 'told'> & {
  /** Absent of an alert that was written down before it was kept. */
  passedOver?: AlertView['passedOver'];
};
type Passed = AlertView['passedOver'][number];

const kindsInChinese: Readonly<Record<string, string>> = {
  acknowledge: '受理',
  stage: '阶段',
  'next-update': '下次回复',
  resolution: '办结',
  statutory: '法定',
  external: '外部',
  department: '转办',
  callback: '回访',
  'alert-acknowledge': '接手提醒',
};
const peopleNames: Readonly<Record<string, { zh: string; en: string }>> = {
  agent: { zh: '坐席', en: 'agents' },
  supervisor: { zh: '主管', en: 'supervisors' },
  manager: { zh: '经理', en: 'managers' },
  admin: { zh: '管理员', en: 'administrators' },
};

/** The people of a level, in both languages, with their unit where it tells one. */
export function peopleOf(audience: string, unit?: string): { zh: string; en: string } {
  const { zh, en } = peopleNames[audience] ?? { zh: audience, en: audience };
  return unit === undefined ? { zh, en } : { zh: `${unit} ${zh}`, en: `${en} of ${unit}` };
}

/** Why this level is told of an alert, as a sentence in both languages; `about` where more is known than its cause. */
export function whyTold(
  facts: Facts,
  about?: { zh: string; en: string },
): { zh: string; en: string } {
  const clauses = [about ?? causeOf(facts)];
  const below = facts.told.at(-2);
  const last = facts.told.at(-1);
  const passed = passedSince(facts, below);
  if (below && last && !passed.some(({ step }) => step === below.step)) {
    const minutes = Math.round((Date.parse(last.at) - Date.parse(below.at)) / 60_000);
    const { zh, en } = peopleOf(below.audience, below.unit);
    clauses.push({
      zh: `第 ${below.level} 级（${zh}）在 ${minutes} 分钟内无人确认`,
      en: `level ${below.level} (${en}) did not acknowledge it in ${minutes} min`,
    });
  }
  clauses.push(...passed.map(whyPassedOver));
  if (passed.some(({ step }) => step === last?.step)) {
    clauses.push({
      zh: '其上再无可通知的级别，因此仍通知本级',
      en: 'no level above it could be told, so that it is told all the same',
    });
  }
  return {
    zh: `${clauses.map(({ zh }) => zh).join('；')}。`,
    en: `${clauses.map(({ en }) => en).join('; ')}.`,
  };
}

/** What was passed over since the level before was told, which may have been left in the instant of another one. */
function passedSince({ passedOver = [] }: Facts, below: { at: string } | undefined): Passed[] {
  const since = below ? Date.parse(below.at) : -Infinity;
  return passedOver.filter(({ at }) => Date.parse(at) > since);
}

/** Why a level was not told, as a clause in both languages. */
function whyPassedOver({ level, audience, unit, why }: Passed): { zh: string; en: string } {
  const { zh, en } = peopleOf(audience, unit);
  const reason =
    why === 'kept'
      ? { zh: '其人员均须回避本工单', en: 'everybody of it is kept from the case' }
      : { zh: '当时无人可通知', en: 'nobody of it was there' };
  return {
    zh: `第 ${level} 级（${zh}）已跳过：${reason.zh}`,
    en: `level ${level} (${en}) passed over: ${reason.en}`,
  };
}

/** What an alert is about, as a clause in both languages. */
export function causeOf({ cause, kind, threshold }: Pick<Facts, 'cause' | 'kind' | 'threshold'>): {
  zh: string;
  en: string;
} {
  const clock = kind ?? '';
  switch (cause) {
    case 'warning': {
      const percent = Math.round((threshold ?? 0) * 100);
      return {
        zh: `${kindsInChinese[clock]}时限已用 ${percent}%`,
        en: `The ${clock} clock has used ${percent} % of its time`,
      };
    }
    case 'breach':
      // Of a preventive action or an order to a unit: they have an instant and no clock.
      if (kind === null) {
        return { zh: '交办事项已逾期', en: 'Something that was to be done is late' };
      }
      return { zh: `${kindsInChinese[clock]}时限已超`, en: `The ${clock} clock is past due` };
    case 'threat':
      return { zh: '客户有扬言', en: 'The complaint threatens' };
    case 'critical':
      return { zh: '特急投诉', en: 'The complaint is critical' };
    case 'severity':
      return { zh: '投诉的紧急程度须上报', en: 'The complaint is severe enough to be told of' };
    case 'tier':
      return { zh: '重要客户投诉', en: 'A key customer complains' };
    case 'repeat':
      return { zh: '客户重复投诉', en: 'The customer complains of it again' };
    case 'dissatisfied':
      return { zh: '客户对回访不满意', en: 'A callback found the customer dissatisfied' };
    case 'problem':
      return {
        zh: '列为问题件，由督察台核查被投诉人',
        en: 'It is marked as a problem item: the desk that supervises the accused looks into it',
      };
    case 'over-target':
      return {
        zh: '办理时长已超队列目标',
        en: 'More time was spent on it than the target of its queue',
      };
  }
}
