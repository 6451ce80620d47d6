import { describe, expect, it } from '@jest/globals';
import { decisionsOf } from './may-decide.js';

const me = { username: 'supervisor', agentId: 's-001', roles: ['supervisor'] };

describe('who decides what waits for a second person', () => {
  it('is somebody of its role or above', () => {
    expect(decisionsOf({ by: 'a-001', decides: 'supervisor' }, me)).toBe('decide');
    expect(decisionsOf({ by: 'a-001', decides: 'manager' }, me)).toBe('none');
    const admin = { username: 'admin', agentId: null, roles: ['admin'] };
    expect(decisionsOf({ by: 'a-001', decides: 'manager' }, admin)).toBe('decide');
  });

  it('is never who asked for it: they take it back', () => {
    expect(decisionsOf({ by: 's-001', decides: 'supervisor' }, me)).toBe('take-back');
    expect(decisionsOf({ by: 'supervisor', decides: 'supervisor' }, me)).toBe('take-back');
  });
});
