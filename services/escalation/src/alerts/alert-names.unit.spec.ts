import { describe, expect, it } from '@jest/globals';
import { namesIn } from './alert-names.js';

describe('whom an alert names', () => {
  it('is nobody where it tells a role alone', () => {
    expect(namesIn({ audience: 'supervisor', owner: 'a-001' })).toEqual([]);
    expect(namesIn({ audience: 'agent' })).toEqual([]);
  });

  it('is whoever its level names: people, a unit of its audience, a roster', () => {
    const level = { audience: 'agent', unit: 'north', people: ['a-002'], roster: 'night' };
    expect(namesIn({ ...level, owner: 'a-001' })).toEqual([
      ...['agent:a-002', 'unit:agent:north', 'roster:night'],
    ]);
  });

  it('is who owns the case where it tells agents and none by name', () => {
    expect(namesIn({ audience: 'agent', owner: 'a-001' })).toEqual(['agent:a-001']);
  });

  it('are those of the levels before too, and the desk told as a whole, each once', () => {
    const before = [{ audience: 'agent' }, { audience: 'supervisor', people: ['a-001'] }];
    const told = { audience: 'supervisor', unit: 'hq', desk: 'north', owner: 'a-001', before };
    expect(namesIn(told)).toEqual(['desk:north', 'agent:a-001', 'unit:supervisor:hq']);
  });
});
