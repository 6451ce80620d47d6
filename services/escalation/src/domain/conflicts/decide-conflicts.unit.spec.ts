import { describe, expect, it } from '@jest/globals';
import { hour, names, open, received, run } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';

const accuse = (accused: string[], conflicted = accused): CaseCommand => ({
  type: 'name-accused',
  accused,
  conflicted,
  by: 's-1',
});
const assign = (owner: string): CaseCommand => ({ type: 'assign', owner, by: 's-1' });
const at = received + hour / 2;

describe('a complaint about somebody of the staff', () => {
  it('is given to nobody whom it is about, nor to who answers for them', () => {
    const accused = accuse(['a-7'], ['a-7', 's-2']);
    const about = (owner: string) => () =>
      run([
        [open(), received],
        [accused, at],
        [assign(owner), at],
      ]);
    expect(about('a-7')).toThrow('a-7 is who it is about');
    expect(about('s-2')).toThrow('s-2 is in the line of who it is about');
    expect(about('a-8')().state).toMatchObject({ owner: 'a-8' });
  });

  it('is not accepted for a unit by any of them', () => {
    const transfer: CaseCommand = {
      type: 'transfer',
      to: 'south',
      reason: 'responsible-unit',
      by: 's-1',
    };
    const accept: CaseCommand = { type: 'accept-transfer', owner: 'a-9', by: 's-1' };
    const given: [CaseCommand, number][] = [
      [open(), received],
      [accuse(['a-9']), at],
      [transfer, at],
      [accept, at],
    ];
    expect(() => run(given)).toThrow('a-9 is who it is about');
  });

  it('says nothing when the same are named again, and forgets them when nobody is', () => {
    const named = run([
      [open(), received],
      [accuse(['a-8', 'a-7', 'a-7']), at],
      [accuse(['a-7', 'a-8']), at],
    ]);
    expect(names(named).filter((name) => name === 'accusedNamed')).toHaveLength(1);
    expect(named.state).toMatchObject({ conflict: { accused: ['a-7', 'a-8'] } });
    const cleared = run([
      [open(), received],
      [accuse(['a-7']), at],
      [accuse([]), at],
      [assign('a-7'), at],
    ]);
    expect(cleared.state).not.toHaveProperty('conflict');
  });

  it('names nobody any more once it is closed', () => {
    const withdrawn: CaseCommand = { type: 'withdraw', channel: 'phone', by: 'a-1' };
    const given: [CaseCommand, number][] = [
      [open(), received],
      [withdrawn, at],
      [accuse(['a-7']), at],
    ];
    expect(() => run(given)).toThrow('closed');
  });
});
