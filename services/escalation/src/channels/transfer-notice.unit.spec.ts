import { describe, expect, it } from '@jest/globals';
import type { OpenedCase } from '../domain/case-state.js';
import type { Channel } from './channel-rows.js';
import { noticeMail } from './notice-text.js';
import { isStillThere, withCase } from './transfer-notice.js';
import type { TransferNotice, TransferredNotice } from './transfer-notice.js';

const at = '2026-11-23T08:15:00.000Z';
const step = { caseId: 'c', transferId: 't-2', by: 'a-001', at };
const transferred: TransferredNotice = {
  ...{ ...step, kind: 'transferred', from: 'north', to: 'south' },
  ...{ reason: 'on-site-work', clockId: 'k-2' },
};
const back = { ...step, unit: 'south', backTo: 'north' };
const refused: TransferNotice = { ...back, kind: 'transfer-refused', reason: 'facts-missing' };
const handedBack: TransferNotice = { ...back, kind: 'handed-back', owner: 'a-001' };

const withdrawn: TransferNotice = { ...step, kind: 'transfer-withdrawn', unit: 'south' };

const stateOf = (changes: object) =>
  ({
    ...{ status: 'open', number: '2026-0000001-3', dimensions: { unit: 'south' }, clocks: [] },
    ...changes,
  }) as unknown as OpenedCase;

describe('a case that goes from unit to unit, as it is mailed', () => {
  it('waits while its transfer does, and no longer', () => {
    const waiting = { transferId: 't-2', to: 'south', isAccepted: false };
    const withRoute = (...route: object[]) => stateOf({ departments: { route } });
    expect(isStillThere(transferred, withRoute(waiting))).toBe(true);
    expect(isStillThere(transferred, withRoute({ ...waiting, isAccepted: true }))).toBe(false);
    expect(isStillThere(transferred, withRoute({ ...waiting, transferId: 't-3' }))).toBe(false);
    expect(isStillThere(transferred, withRoute())).toBe(false);
  });

  it('is back while it is with the unit that got it back, and worked on', () => {
    const north = stateOf({ dimensions: { unit: 'north' } });
    for (const notice of [refused, handedBack]) {
      expect(isStillThere(notice, north)).toBe(true);
      expect(isStillThere(notice, stateOf({}))).toBe(false);
      expect(isStillThere(notice, { ...north, status: 'closed' } as OpenedCase)).toBe(false);
    }
    expect(isStillThere({ ...refused, backTo: undefined }, stateOf({ dimensions: {} }))).toBe(true);
  });

  it('was taken back while the unit that was asked in vain is not asked anew', () => {
    expect(isStillThere(withdrawn, stateOf({ dimensions: { unit: 'north' } }))).toBe(true);
    expect(isStillThere(withdrawn, stateOf({ status: 'closed', dimensions: {} }))).toBe(true);
    expect(isStillThere(withdrawn, stateOf({}))).toBe(false);
  });

  it('says its number, and when the clock of its unit ends where that is known', () => {
    const [first, dueAt] = [Date.parse(at), Date.parse('2026-11-25T08:15:00.000Z')];
    const earlier = { clockId: 'k-1', state: 'met', dueAt: first };
    const running = { clockId: 'k-2', state: 'running', dueAt };
    const number = '2026-0000001-3';
    const told = withCase(transferred, stateOf({ clocks: [earlier, running] }));
    expect(told).toEqual({ ...transferred, number, dueAt: '2026-11-25T08:15:00.000Z' });
    const paused = stateOf({ clocks: [earlier, { ...running, state: 'paused' }] });
    expect(withCase(transferred, paused)).toEqual({ ...transferred, number });
    const without = { ...transferred, clockId: undefined };
    expect(withCase(without, stateOf({ clocks: [running] }))).toEqual({ ...without, number });
    expect(withCase(refused, stateOf({ clocks: [running] }))).toEqual({ ...refused, number });
  });

  it('reads in a mail who did what, why, and until when, in either language', () => {
    const known = { number: '2026-0000001-3', dueAt: '2026-11-25T08:15:00.000Z' };
    const mailOf = (notice: TransferNotice, language: Channel['language']) =>
      noticeMail(
        { ...notice, ...known },
        { language, timeZone: 'UTC', roles: ['agent'] },
        'https://clearline.example',
      );
    expect(mailOf(transferred, 'en')).toEqual({
      subject: '[Clearline] 2026-0000001-3 was transferred to south',
      text: [
        'a-001 transferred case 2026-0000001-3 from north to south, which has yet to accept or refuse it.',
        'Reason: work on site',
        'Transferred: 2026-11-23 08:15 (UTC)',
        'Due: 2026-11-25 08:15 (UTC)',
        'Decide: https://clearline.example/cases/c\n',
      ].join('\n'),
    });
    const chinese = mailOf({ ...transferred, from: undefined }, 'zh-CN');
    expect(chinese.subject).toBe('[Clearline] 2026-0000001-3 转办给 south');
    expect(chinese.text).toContain('a-001 将工单 2026-0000001-3 转办给 south，等待接单或退单。');
    expect(chinese.text).toContain('转办时限：2026-11-25 08:15 (UTC)');
    expect(mailOf(refused, 'zh-CN')).toMatchObject({
      subject: '[Clearline] 2026-0000001-3 被 south 退单',
      text: expect.stringContaining('原因：信息不全'),
    });
    expect(mailOf(refused, 'en').text).toContain(
      'a-001 refused case 2026-0000001-3 for south; it is with north again.\nReason: facts missing',
    );
    expect(mailOf(withdrawn, 'en')).toEqual({
      subject: '[Clearline] 2026-0000001-3 was taken back from south',
      text: [
        'a-001 took case 2026-0000001-3 back before south had answered: there is nothing left to decide.',
        'Taken back: 2026-11-23 08:15 (UTC)\n',
      ].join('\n'),
    });
    expect(mailOf(withdrawn, 'zh-CN')).toMatchObject({
      subject: '[Clearline] 2026-0000001-3 的转办已撤回',
      text: expect.stringContaining('a-001 撤回了转办给 south 的工单 2026-0000001-3，无需再答复。'),
    });
    expect(mailOf(handedBack, 'zh-CN').text).toContain('工单回到 north');
    expect(mailOf(handedBack, 'en').subject).toBe(
      '[Clearline] 2026-0000001-3 was given back by south',
    );
  });
});
