import { describe, expect, it } from '@jest/globals';
import { heardAlert } from './heard-alert.js';

const type = 'clearline.alert.raised.v4';
const data = {
  ...{ alertId: 'a', caseId: 'c', number: '2026-0000123-4', at: '2026-11-23T08:15:00.000Z' },
  ...{ cause: 'critical', level: 1, audience: 'supervisor', severity: 'critical' },
};
const word = (cause: string) => `cause ${cause}`;

describe('an alert that the stream tells of', () => {
  it('is open, told to its first level, with nothing that the stream does not say', () => {
    expect(heardAlert({ type, data }, word)).toEqual({
      ...{ id: 'a', caseId: 'c', number: '2026-0000123-4', cause: 'critical', level: 1 },
      ...{ audience: 'supervisor', unit: null, desk: null, people: [], kind: null },
      ...{ threshold: null, dueAt: null, stoppedAt: null, caseStatus: 'open', snoozed: null },
      ...{ priority: 'critical', raisedAt: data.at, acknowledgedAt: null, acknowledgedBy: null },
      ...{ ladder: null, step: null, passedOver: [], called: null, next: null },
      told: [{ step: null, level: 1, audience: 'supervisor', at: data.at }],
      why: { zh: 'cause critical', en: 'cause critical' },
    });
  });

  it('has its clock, its ladder and who is next where those are told', () => {
    const next = {
      step: 'managers',
      level: 2,
      audience: 'manager',
      at: '2026-11-23T08:45:00.000Z',
    };
    const clock = { kind: 'resolution', threshold: 0.75, dueAt: '2026-11-24T08:00:00.000Z' };
    const onLadder = { ladder: { id: 'desk', policyVersion: 2, step: 'team' }, unit: 'quality' };
    const told = { ...data, cause: 'warning', people: ['a-9'], ...clock, ...onLadder, next };
    expect(heardAlert({ type, data: told }, word)).toMatchObject({
      ...{ ...clock, ladder: 'desk', step: 'team', unit: 'quality', people: ['a-9'], next },
      told: [{ step: 'team', level: 1, unit: 'quality', people: ['a-9'] }],
    });
  });

  it('is waited for where an older version tells it, or something is missing', () => {
    const older = 'clearline.alert.raised.v3';
    expect(heardAlert({ type: older, data }, word)).toBeUndefined();
    expect(heardAlert({ type, data: { ...data, number: undefined } }, word)).toBeUndefined();
    expect(heardAlert({ type, data: { ...data, level: '1' } }, word)).toBeUndefined();
  });
});
