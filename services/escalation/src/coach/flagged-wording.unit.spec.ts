import { describe, expect, it } from '@jest/globals';
import { Problem } from '#platform';
import { Coach } from '../domain/coach/coach.js';
import { defaultCoach } from './default-coach.js';
import { findWording, refuseUnfinished, toldToCustomer } from './flagged-wording.js';

const coach = new Coach(0, defaultCoach);

describe('banned wording in a command', () => {
  it('is found in notes too, and recorded of what the customer was told only', () => {
    const note = findWording(coach, [['text', '我不能']]);
    expect(note).toMatchObject([{ field: 'text', id: 'zh-cannot' }]);
    expect(toldToCustomer('add-note', note)).toEqual([]);
    expect(toldToCustomer('send-message', note)).toEqual(note);
    const both = findWording(coach, [
      ['note', '但是'],
      ['apology', '但是'],
    ]);
    expect(toldToCustomer('triage', both).map(({ field }) => field)).toEqual(['apology']);
  });

  it.each(['co-handle', 'supervise', 'mark-problem', 'record-accountability'])(
    'in what %s says to colleagues leaves no mark',
    (command) => {
      const found = findWording(coach, [['text', '我不能']]);
      expect(found).toHaveLength(1);
      expect(toldToCustomer(command, found)).toEqual([]);
    },
  );

  it('that was advised is not sent with its dots', () => {
    const refused = (command: string, text: string) => {
      try {
        refuseUnfinished(coach, command, { text });
        return undefined;
      } catch (error) {
        return (error as Problem).errors?.map(({ path, rule }) => `${path} ${rule}`);
      }
    };
    expect(refused('send-message', '我可以为您……今天处理')).toEqual(['text advice-left']);
    expect(refused('add-note', '我可以为您……今天处理')).toBeUndefined();
    expect(refused('send-message', '我可以为您今天处理')).toBeUndefined();
  });
});
