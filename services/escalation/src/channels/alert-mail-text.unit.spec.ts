import { describe, expect, it } from '@jest/globals';
import { isToldTo } from './mail-readers.js';
import { alertMail } from './alert-mail-text.js';
import type { Channel } from './channel-rows.js';
import type { ToldAlert } from './told-alert.js';

const climbed: ToldAlert = {
  alertId: '019aafe0-0000-7000-8000-000000000001',
  caseId: '019aafe0-0000-7000-8000-0000000000c1',
  number: '2026-0000123-4',
  cause: 'breach',
  kind: 'resolution',
  threshold: null,
  level: 2,
  audience: 'manager',
  dueAt: '2026-01-05T09:00:00.000Z',
  told: [
    { step: 'team', level: 1, audience: 'supervisor', at: '2026-01-05T09:00:00.001Z' },
    { step: 'branch', level: 2, audience: 'manager', at: '2026-01-05T10:00:00.001Z' },
  ],
  next: { level: 3, audience: 'admin', at: '2026-01-05T11:00:00.001Z' },
};
const link = 'https://clearline.example/api/v1/alert-links/x';
const chinese = { language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;

describe('the mail of an alert', () => {
  it('says why its reader is told, who was before, who is next and when', () => {
    expect(alertMail([{ alert: climbed, link }], { language: 'en', timeZone: 'UTC' })).toEqual({
      subject: '[Clearline] 2026-0000123-4 The resolution clock is past due',
      text: `Case 2026-0000123-4
The resolution clock is past due; level 1 (supervisors) did not acknowledge it in 60 min.
Due: 2026-01-05 09:00 (UTC)
Told before: level 1 (supervisors), 2026-01-05 09:00 (UTC)
Told next: level 3 (administrators), 2026-01-05 11:00 (UTC)
Take it on: ${link}
`,
    });
  });

  it('says so in Chinese, in the times of its reader', () => {
    expect(alertMail([{ alert: climbed, link }], chinese)).toEqual({
      subject: '[Clearline] 2026-0000123-4 办结时限已超',
      text: `工单 2026-0000123-4
办结时限已超；第 1 级（主管）在 60 分钟内无人确认。
到期：2026-01-05 17:00 (Asia/Shanghai)
此前已通知：第 1 级（主管），2026-01-05 17:00 (Asia/Shanghai)
下一级：第 3 级（管理员），2026-01-05 19:00 (Asia/Shanghai)
确认提醒：${link}
`,
    });
  });

  it('says which levels were passed over and why, in both languages', () => {
    const at = '2026-01-05T10:00:00.001Z';
    const passed = (step: string, why: 'kept' | 'nobody') => ({
      ...{ step, level: step === 'branch' ? 2 : 1, audience: 'supervisor', why, at },
    });
    const why = (alert: ToldAlert) => [
      alertMail([{ alert }], { language: 'en', timeZone: 'UTC' }).text.split('\n')[1],
      alertMail([{ alert }], chinese).text.split('\n')[1],
    ];
    const first = {
      ...climbed,
      told: climbed.told.slice(-1),
      passedOver: [passed('team', 'kept')],
    };
    expect(why(first)).toEqual([
      'The resolution clock is past due; level 1 (supervisors) passed over: everybody of it is kept from the case.',
      '办结时限已超；第 1 级（主管）已跳过：其人员均须回避本工单。',
    ]);
    const left = [passed('team', 'kept'), passed('branch', 'nobody')];
    const [en, zh] = why({ ...climbed, passedOver: left });
    expect(en).not.toContain('did not acknowledge');
    expect(en).toContain(
      'level 2 (supervisors) passed over: nobody of it was there; no level above it could be told, so that it is told all the same.',
    );
    expect(zh).toContain('当时无人可通知；其上再无可通知的级别，因此仍通知本级。');
  });

  it('counts the alerts that it bundles', () => {
    const { subject, text } = alertMail([{ alert: climbed }, { alert: climbed }], chinese);
    expect(subject).toBe('[Clearline] 2 条提醒');
    expect(text.match(/工单/g)).toHaveLength(2);
    expect(text).not.toContain('确认提醒');
  });

  it('goes to the roles of its level, and of an agent only to whose case it is', () => {
    const to = (roles: Channel['roles'], agentId: string | null = null) =>
      ({ roles, agentId }) as Channel;
    expect(isToldTo(to(['manager']), climbed)).toBe(true);
    expect(isToldTo(to(['supervisor', 'admin']), climbed)).toBe(false);
    const own: ToldAlert = { ...climbed, audience: 'agent', owner: 'a-001' };
    expect(isToldTo(to(['agent'], 'a-001'), own)).toBe(true);
    expect(isToldTo(to(['agent'], 'a-002'), own)).toBe(false);
    expect(isToldTo(to(['agent']), own)).toBe(false);
  });
});
