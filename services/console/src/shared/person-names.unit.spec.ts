import { describe, expect, it } from '@jest/globals';
import { personNames } from './person-names.js';

const nameOf = personNames(
  [
    { username: 'li.na', agentId: 'a-001' },
    { username: 'early', agentId: 'a-002' },
    { username: 'late', agentId: 'a-002' },
  ],
  (name, id) => `${name} (${id})`,
);

describe('the name of a person', () => {
  it('is the log-in, whether that or the agent is told', () => {
    expect([nameOf('a-001'), nameOf('li.na'), nameOf('a-001', 'boss')]).toEqual([
      'li.na',
      'li.na',
      'li.na',
    ]);
  });

  it('has the id beside it where two share an agent, as far as it is known which of them it was', () => {
    expect(nameOf('a-002', 'late')).toBe('late (a-002)');
    expect(nameOf('early')).toBe('early (a-002)');
    expect([nameOf('a-002'), nameOf('a-002', 'li.na')]).toEqual(['a-002', 'a-002']);
  });

  it('is what is told where nothing is known of them', () => {
    expect([nameOf('a-009'), nameOf('somebody'), nameOf('a-009', 'li.na')]).toEqual([
      'a-009',
      'somebody',
      'a-009',
    ]);
  });
});
