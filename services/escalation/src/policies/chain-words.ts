import type { ChainWarningView } from '#contracts';

export type Gap = Pick<ChainWarningView, 'rule' | 'ladder' | 'people'> & { level?: string };

/** What is wrong with a ladder, as a sentence in both languages. */
export function messageOf({ rule, ladder, level, people = [] }: Gap): ChainWarningView['message'] {
  const zh = `阶梯 ${ladder} 的 ${level} 级`;
  const en = `the level ${level} of the ladder ${ladder}`;
  const names = people.join(', ');
  switch (rule) {
    case 'unused-ladder':
      return {
        zh: `没有时钟或触发条件使用阶梯 ${ladder}`,
        en: `no clock and no trigger names the ladder ${ladder}`,
      };
    case 'unreachable-level':
      return { zh: `${zh}永远不会被通知`, en: `${en} is never told` };
    case 'breach-untold':
      return {
        zh: `阶梯 ${ladder} 没有接收超时的级别：超时只通知主管，不再上报`,
        en: `no level of the ladder ${ladder} is told of a breach: supervisors are, and it does not climb`,
      };
    case 'nobody-on-duty':
      return {
        zh: `${zh}届时值班表上无人可叫`,
        en: `nobody of the roster of ${en} is there then`,
      };
    case 'unknown-unit':
      return { zh: `${zh}所指部门不存在`, en: `the organisation has no unit that ${en} names` };
    case 'unknown-person':
      return {
        zh: `${zh}所指人员不在职：${names}`,
        en: `people whom ${en} names are not of the organisation: ${names}`,
      };
    case 'no-channel':
      return people.length > 0
        ? { zh: `${zh}有人收不到邮件：${names}`, en: `no mail reaches people of ${en}: ${names}` }
        : { zh: `${zh}没有人收得到邮件`, en: `no mail reaches anybody of ${en}` };
    case 'nobody':
      return {
        zh: `${zh}没有在职人员`,
        en: `nobody active in the organisation is of ${en}`,
      };
  }
}
