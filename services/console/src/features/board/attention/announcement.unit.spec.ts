import { describe, expect, it } from '@jest/globals';
import { announcementOf, toldOf } from './announcement.js';

const raised = (changes: object = {}) => ({
  type: 'clearline.alert.raised.v4',
  data: {
    ...{ alertId: '1', caseId: 'c1', number: '2026-0000123-4', cause: 'breach' },
    ...{ audience: 'supervisor', kind: 'resolution', ...changes },
  },
});
const me = { roles: ['supervisor'], agentId: 's-001' };

describe('what somebody is told of', () => {
  it('is an alert that was raised for one of their roles, or climbed to it', () => {
    const told = { alertId: '1', caseId: 'c1', number: '2026-0000123-4', cause: 'breach' };
    expect(toldOf(raised(), me)).toEqual(told);
    expect(toldOf({ ...raised(), type: 'clearline.alert.climbed.v3' }, me)).toEqual(told);
    expect(toldOf(raised({ audience: 'manager' }), me)).toBeUndefined();
    // Of an order or a preventive action, which has no clock.
    expect(toldOf(raised({ kind: undefined }), me)).toEqual({ ...told, cause: 'late' });
  });

  it('is an alert of a level that names them, whatever their role', () => {
    expect(toldOf(raised({ audience: 'admin', people: ['s-001'] }), me)).toBeDefined();
    expect(toldOf(raised({ audience: 'admin', people: ['s-002'] }), me)).toBeUndefined();
  });

  it('is nothing that was taken on, nor what can not be read', () => {
    expect(toldOf({ ...raised(), type: 'clearline.alert.acknowledged.v1' }, me)).toBeUndefined();
    expect(toldOf(raised({ cause: 'unheard-of' }), me)).toBeUndefined();
    expect(toldOf({ type: 'clearline.alert.raised.v4', data: {} }, me)).toBeUndefined();
  });
});

describe('the announcement of a moment', () => {
  const told = (alertId: string, cause = 'breach') => {
    return { alertId, caseId: `c${alertId}`, number: alertId, cause };
  };

  it('names a single alert, also when it climbed at once', () => {
    expect(announcementOf([told('1'), told('1')])).toEqual({ kind: 'one', alert: told('1') });
  });

  it('counts a storm, and says what most of it is', () => {
    const storm = [told('1', 'threat'), told('2'), told('3')];
    expect(announcementOf(storm)).toEqual({ kind: 'many', n: 3, cause: 'breach' });
  });

  it('is none of nothing', () => {
    expect(announcementOf([])).toBeUndefined();
  });
});
