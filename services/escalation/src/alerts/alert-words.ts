import type { AlertView } from '#contracts';

type Facts = Pick<AlertView, 'cause' | 'kind' | 'threshold' | 'level' | 'audience' | 'told'>;

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
  const cause = about ?? causeOf(facts);
  const below = facts.told.at(-2);
  const last = facts.told.at(-1);
  if (!below || !last) {
    return { zh: `${cause.zh}。`, en: `${cause.en}.` };
  }
  const minutes = Math.round((Date.parse(last.at) - Date.parse(below.at)) / 60_000);
  const { zh, en } = peopleOf(below.audience, below.unit);
  return {
    zh: `${cause.zh}；第 ${below.level} 级（${zh}）在 ${minutes} 分钟内无人确认。`,
    en: `${cause.en}; level ${below.level} (${en}) did not acknowledge it in ${minutes} min.`,
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
      return { zh: '重要客户投诉', en: 'The customer is of a tier that is told of' };
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
