import { describe, expect, it } from '@jest/globals';
import { isSought, withOften } from './menu-groups.js';

describe('the menu of a case', () => {
  it('begins with what is usual, each command once', () => {
    const groups = withOften([
      { name: 'work', commands: ['resolve'] },
      { name: 'people', commands: ['transfer', 'hand-back'] },
      { name: 'clocks', commands: ['pause', 'snooze-reminders', 'resume-reminders'] },
    ]);
    expect(groups).toEqual([
      { name: 'often', commands: ['snooze-reminders', 'resume-reminders', 'transfer'] },
      { name: 'work', commands: ['resolve'] },
      { name: 'people', commands: ['hand-back'] },
      { name: 'clocks', commands: ['pause'] },
    ]);
  });

  it('has nothing usual where none of it is offered', () => {
    const groups = [{ name: 'work' as const, commands: ['resolve' as const] }];
    expect(withOften(groups)).toEqual(groups);
  });

  it('is narrowed by what a label has in it, in either language', () => {
    expect(isSought('Snooze reminders', ' snOOze')).toBe(true);
    expect(isSought('暂停提醒', '提醒')).toBe(true);
    expect(isSought('Resolve', 'snooze')).toBe(false);
  });
});
