import { describe, expect, it } from '@jest/globals';
import { alertsOf, firstOf } from './group-alerts.js';
import { alertOfClock, rankRows, waitingOf, worstOf } from './rank-alerts.js';
import type { Ranked } from './rank-alerts.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 1, minute)).toISOString();
const alert = (id: string, facts: Partial<Ranked> = {}): Ranked => ({
  ...{ id, priority: 'normal', caseStatus: 'open' },
  ...{ dueAt: at(30), stoppedAt: null, raisedAt: at(0), next: null },
  ...facts,
});
const order = (...alerts: ReturnType<typeof alert>[]) =>
  rankRows(alerts.map((one) => ({ alert: one }))).map((row) => 'alert' in row && row.alert.id);
const storm = (...alerts: ReturnType<typeof alert>[]) => ({
  storm: { key: 'storm', alerts, minutes: 5 },
});

describe('alerts by urgency', () => {
  it('begin with critical cases, then what is late for longest, is due or climbs soonest', () => {
    const critical = alert('critical', { priority: 'critical', dueAt: at(59) });
    const longLate = alert('long-late', { dueAt: at(-500) });
    const late = alert('late', { dueAt: at(-5), next: { at: at(1) } });
    const climbing = alert('climbing', { next: { at: at(9) } });
    const due = alert('due', { dueAt: at(12) });
    expect(order(due, climbing, late, longLate, critical)).toEqual([
      ...['critical', 'long-late', 'late', 'climbing', 'due'],
    ]);
  });

  it('have those without an instant after all others, the longest waiting first', () => {
    const [waits, came] = [0, 5].map((minute) =>
      alert(`raised-${minute}`, { dueAt: null, raisedAt: at(minute) }),
    );
    expect(order(came!, waits!, alert('due'))).toEqual(['due', 'raised-0', 'raised-5']);
  });

  it('are taken on without those that are done, which are counted beside them', () => {
    const row = storm(alert('one'), alert('done', { stoppedAt: at(40) }), alert('two'));
    const { waiting, done } = waitingOf(row);
    expect([waiting.map(({ id }) => id), done]).toEqual([['one', 'two'], 1]);
  });

  it('are found by the clock of a case, and by the case where that clock has none that waits', () => {
    const of = (id: string, kind: 'stage' | 'resolution', facts: Partial<Ranked> = {}) => ({
      ...alert(id, facts),
      ...{ caseId: 'case', kind },
    });
    const stopped = of('stopped', 'resolution', { stoppedAt: at(1) });
    const told = [stopped, of('later', 'stage', { dueAt: at(50) }), of('sooner', 'stage')];
    const found = (caseId: string, clock: string) => alertOfClock(told, caseId, clock)?.id;
    expect(found('case', 'stage:listen')).toBe('sooner');
    expect(found('case', 'resolution')).toBe('sooner');
    expect(found('another', 'stage:listen')).toBeUndefined();
  });

  it('end with what was done late and what is about a case that ended', () => {
    const done = alert('done', { priority: 'critical', stoppedAt: at(40) });
    const merged = alert('merged', { caseStatus: 'merged', raisedAt: at(1) });
    expect(order(done, merged, alert('open'))[0]).toBe('open');
  });

  it('rank a storm by its worst, whichever came last', () => {
    const critical = alert('critical', { priority: 'critical' });
    const rows = rankRows([
      { alert: alert('one', { dueAt: at(-90) }) },
      storm(alert('a'), critical),
    ]);
    expect('storm' in rows[0]!).toBe(true);
  });

  it('rank storms among each other and single ones as their most urgent alert', () => {
    const soon = storm(alert('in-54', { dueAt: at(54) }), alert('in-3', { dueAt: at(3) }));
    const rows = rankRows([
      { alert: alert('in-30') },
      storm(alert('in-40', { dueAt: at(40) })),
      soon,
    ]);
    expect(rows.map((row) => firstOf(row).id)).toEqual(['in-3', 'in-30', 'in-40']);
  });

  it('have within a storm the most urgent first, not the latest', () => {
    const newest = alert('newest', { dueAt: at(50), raisedAt: at(9) });
    const critical = alert('critical', { priority: 'critical', dueAt: at(55) });
    const [row] = rankRows([storm(newest, alert('due'), critical)]);
    expect(alertsOf(row!).map(({ id }) => id)).toEqual(['critical', 'due', 'newest']);
  });

  it('show of a storm the one that wants somebody first, with all of its figures', () => {
    const mild = alert('mild', { dueAt: at(50) });
    const long = alert('long', { dueAt: at(10) });
    const done = alert('done', { dueAt: at(1), stoppedAt: at(2) });
    const climbing = alert('climbing', { next: { at: at(12) }, dueAt: at(40) });
    expect(worstOf(storm(mild, done, climbing, long)).id).toBe('long');
  });
});
