import { describe, expect, it } from '@jest/globals';
import type { LadderNotice } from './notice.js';
import { noticeMail } from './notice-text.js';

const notice: LadderNotice = {
  ...{ kind: 'ladder-gaps', policyVersion: 3, at: '2026-11-23T08:15:00.000Z' },
  gaps: [
    { rule: 'unused-ladder', ladder: 'idle' },
    { rule: 'unknown-person', ladder: 'public', level: 'head', people: ['a-404', 'a-405'] },
  ],
};
const mailIn = (language: 'zh-CN' | 'en') =>
  noticeMail(
    notice,
    { language, timeZone: 'UTC', roles: ['manager'] },
    'https://clearline.example',
  );

describe('the mail of gaps in the ladders', () => {
  it('says each of them in a line, of which policy, and where all are read', () => {
    expect(mailIn('en')).toEqual({
      subject: '[Clearline] Gaps in the ladders: 2',
      text: [
        'A look at the ladders of the policy in force (version 3) found what nobody was mailed yet:',
        '- no clock and no trigger names the ladder idle',
        '- people whom the level head of the ladder public names are not of the organisation: a-404, a-405',
        'Looked at: 2026-11-23 08:15 (UTC)',
        'All that is wrong: https://clearline.example/administration/policies?tab=checks\n',
      ].join('\n'),
    });
  });

  it('says the same in Chinese', () => {
    const { subject, text } = mailIn('zh-CN');
    expect(subject).toBe('[Clearline] 上报阶梯查出 2 个问题');
    expect(text).toContain('检查当前策略（版本 3）的上报阶梯，查出以下尚未发过邮件的问题：');
    expect(text).toContain('- 没有时钟或触发条件使用阶梯 idle');
    expect(text).toContain('- 阶梯 public 的 head 级所指人员不在职：a-404, a-405');
  });
});
