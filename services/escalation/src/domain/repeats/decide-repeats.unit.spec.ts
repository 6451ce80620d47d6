import { describe, expect, it } from '@jest/globals';
import { by, hour, open, received, run } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { alsoShownTo } from '../access/case-access.js';
import type { OpenedCase } from '../case-state.js';

const other = { caseId: '019aafe0-0000-7000-8000-00000000d001', number: '2026-0000121-4' };
const link = (at = received - hour): CaseCommand => ({
  type: 'link-repeat',
  earlier: { ...other, receivedAt: at },
  by,
});
const ruleOut: CaseCommand = {
  type: 'rule-out-repeat',
  earlier: other,
  reason: 'other-period',
  by,
};
const count = (isRepeat: boolean): CaseCommand => ({
  type: 'count-repeat',
  later: other,
  isRepeat,
  by,
});
const join = (type: 'request-join' | 'let-join' | 'refuse-join', agent = 'a-9'): CaseCommand => ({
  type,
  agent,
  by,
});
const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
const given = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one, index) => [one, received + index]));
const after = (...commands: CaseCommand[]) => given(...commands).state as OpenedCase;

describe('a complaint that comes again', () => {
  it('knows the case it repeats until that is ruled out', () => {
    const [repeated] = after(link()).repeatOf!;
    expect(repeated).toMatchObject(other);
    const ruledOut = after(link(), ruleOut);
    expect(ruledOut).not.toHaveProperty('repeatOf');
    expect(ruledOut.noRepeatOf).toEqual([other]);
    expect(after(ruleOut, link())).not.toHaveProperty('noRepeatOf');
  });

  it('repeats a case once, and only one that was received before', () => {
    expect(() => after(link(), link())).toThrow(/repeats 2026-0000121-4 already/);
    expect(() => after(ruleOut, ruleOut)).toThrow(/ruled out already/);
    expect(() => after(link(received + 1))).toThrow(/received before 2026-0000121-4/);
  });

  it('is counted once by the case it repeats, also where that has ended', () => {
    expect(after(count(true), count(true)).repeatedBy).toEqual([other]);
    expect(given(count(false)).events).toEqual(given().events);
    expect(after(withdraw, count(true)).repeatedBy).toHaveLength(1);
    expect(after(count(true), count(false))).not.toHaveProperty('repeatedBy');
  });
});

describe('somebody of another unit', () => {
  it('sees a case from when they are let in until that ends', () => {
    expect(alsoShownTo(after(join('request-join')))).toBeUndefined();
    expect(alsoShownTo(after(join('request-join'), join('let-join')))).toEqual(['agent:a-9']);
    expect(alsoShownTo(after(join('let-join'), join('refuse-join')))).toBeUndefined();
  });

  it('asks once at a time, and is let in by somebody else', () => {
    expect(() => after(join('request-join'), join('request-join'))).toThrow(/asked already/);
    expect(() => after(join('let-join'), join('request-join'))).toThrow(/see the case already/);
    expect(() => after(join('refuse-join'))).toThrow(/have not asked/);
    expect(() => after(join('let-join', by))).toThrow(/somebody else/);
    const accused: CaseCommand = {
      ...{ type: 'name-accused', accused: ['a-9'], conflicted: ['a-9', 's-9'], by },
    };
    expect(() => after(accused, join('request-join'))).toThrow(/kept from them/);
    expect(() => after(accused, join('let-join', 's-9'))).toThrow(/kept from them/);
    const refused = [join('request-join'), join('refuse-join')];
    expect(after(...refused, join('request-join')).joiners).toEqual([{ agent: 'a-9' }]);
  });
});
