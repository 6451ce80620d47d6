import { describe, expect, it } from '@jest/globals';
import { clocksFor, isWithoutClock, whyNoMoreTime } from './clock-choices.js';

const budget = { unit: 'calendar-days', days: 30 };
const running = { id: 'running', state: 'running' } as const;
const statutory = { ...running, id: 'statutory', extendableBy: budget };
const asked = { ...statutory, id: 'asked', extensionRequestedBy: 'a-001' };
const met = { id: 'met', state: 'met' } as const;
const late = { id: 'late', state: 'breached' } as const;
const clocks = [running, statutory, asked, met, late];
const ids = (command: Parameters<typeof clocksFor>[0]) =>
  clocksFor<(typeof clocks)[number]>(command, clocks).map(({ id }) => id);

describe('the clocks that a command is offered for', () => {
  it('are all that go on where more time is asked for, what can have it first', () => {
    expect(ids('request-extension')).toEqual(['statutory', 'running', 'asked', 'late']);
    expect(clocks.map(whyNoMoreTime)).toEqual(['never', undefined, 'asked', 'never', 'expired']);
    expect(whyNoMoreTime({ ...running, extensions: [budget] })).toBe('used-up');
  });

  it('are those that somebody asks more time for, where it is decided', () => {
    expect(ids('approve-extension')).toEqual(['asked']);
    expect(ids('refuse-extension')).toEqual(['asked']);
  });

  it('are none once the case was settled, which is no obstacle to what asks for no clock', () => {
    expect(isWithoutClock('request-extension', [met])).toBe(true);
    expect(isWithoutClock('request-extension', [met, running])).toBe(false);
    expect(isWithoutClock('approve-extension', [running])).toBe(true);
    expect(isWithoutClock('pause', [met])).toBe(false);
  });

  it('are those that have not ended, for everything else', () => {
    expect(ids('pause')).toEqual(['running', 'statutory', 'asked']);
  });
});
