import { describe, expect, it } from '@jest/globals';
import { whyNotJoined, whyNotStanding } from './why-not-joined.js';

const [stands, member, other, free] = ['2026-1', '2026-2', '2026-3', '2026-4'];
const known = [
  { number: stands, members: [member] },
  { number: other, members: ['2026-5'] },
];

describe('a case that a search found for an incident', () => {
  it('joins while it is open and belongs nowhere', () => {
    expect(whyNotJoined({ number: free, stage: 'resolve' }, known, stands)).toBeUndefined();
    expect(whyNotJoined({ number: free }, known, stands)).toBeUndefined();
  });

  it('does not join once it has ended', () => {
    expect(whyNotJoined({ number: free, stage: 'closed' }, [], stands)).toEqual({ why: 'ended' });
  });

  it('does not join where it stands for the incident, belongs to it, or was chosen', () => {
    expect(whyNotJoined({ number: stands }, known, stands)).toEqual({ why: 'stands' });
    expect(whyNotJoined({ number: member }, known, stands)).toEqual({ why: 'belongs-already' });
    expect(whyNotJoined({ number: free }, known, stands, [free])).toEqual({ why: 'chosen' });
  });

  it('does not join from another incident', () => {
    expect(whyNotJoined({ number: '2026-5' }, known, stands)).toEqual({
      why: 'belongs',
      to: other,
    });
    expect(whyNotJoined({ number: other }, known, stands)).toEqual({ why: 'has-cases' });
  });

  it('stands for others unless it has ended or belongs to others itself', () => {
    expect(whyNotStanding({ number: stands, stage: 'listen' }, known)).toBeUndefined();
    expect(whyNotStanding({ number: free, stage: 'closed' }, known)).toEqual({ why: 'ended' });
    expect(whyNotStanding({ number: member }, known)).toEqual({ why: 'belongs', to: stands });
  });
});
