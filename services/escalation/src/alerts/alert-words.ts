import type { AlertView } from '#contracts';

type Facts = Pick<AlertView, 'cause' | 'kind' | 'threshold' | 'level' | 'audience' | 'told'>;

const kindsInChinese: Readonly<Record<string, string>> = {
  acknowledge: '受理',
  stage: '环节',
  'next-update': '下次回复',
  resolution: '办结',
  statutory: '法定',
  external: '外部',
  department: '转办',
  callback: '回访',
  'alert-acknowledge': '告警确认',
};
const peopleInChinese: Readonly<Record<string, string>> = {
  agent: '坐席',
  supervisor: '班长',
  manager: '经理',
  admin: '管理员',
};
const people: Readonly<Record<string, string>> = {
  agent: 'agents',
  supervisor: 'supervisors',
  manager: 'managers',
  admin: 'administrators',
};

/** Why this level is told of an alert, as a sentence in both languages. */
export function whyTold(facts: Facts): { zh: string; en: string } {
  const cause = causeOf(facts);
  const below = facts.told.at(-2);
  const last = facts.told.at(-1);
  if (!below || !last) {
    return { zh: `${cause.zh}。`, en: `${cause.en}.` };
  }
  const minutes = Math.round((Date.parse(last.at) - Date.parse(below.at)) / 60_000);
  const [zh, en] = [peopleInChinese[below.audience], people[below.audience]];
  return {
    zh: `${cause.zh}；第 ${below.level} 级（${zh}）在 ${minutes} 分钟内无人确认。`,
    en: `${cause.en}; level ${below.level} (${en}) did not acknowledge it in ${minutes} min.`,
  };
}

function causeOf({ cause, kind, threshold }: Facts): { zh: string; en: string } {
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
      return { zh: `${kindsInChinese[clock]}时限已超`, en: `The ${clock} clock is past due` };
    case 'threat':
      return { zh: '客户有扬言', en: 'The complaint threatens' };
    case 'critical':
      return { zh: '特急投诉', en: 'The complaint is critical' };
  }
}
