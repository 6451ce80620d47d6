import { describe, expect, it } from '@jest/globals';
import { isTold } from './is-told.js';

const supervisor = { roles: ['supervisor'], agentId: 's-001' };

describe('whom an alert tells', () => {
  it('is a role, and not whoever sees the case besides', () => {
    expect(isTold({ audience: 'supervisor', people: [] }, supervisor)).toBe(true);
    expect(isTold({ audience: 'manager', people: [] }, supervisor)).toBe(false);
  });

  it('is the people that it names, and no others of their role', () => {
    expect(isTold({ audience: 'supervisor', people: ['s-002'] }, supervisor)).toBe(false);
    expect(isTold({ audience: 'manager', people: ['s-001'] }, supervisor)).toBe(true);
    expect(isTold({ audience: 'manager', people: ['x'] }, { ...supervisor, agentId: null })).toBe(
      false,
    );
  });
});
