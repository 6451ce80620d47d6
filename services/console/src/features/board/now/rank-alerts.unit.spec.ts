import { describe, expect, it } from '@jest/globals';
import { latestOf, rankRows, soonestOf } from './rank-alerts.js';
import type { Ranked } from './rank-alerts.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 1, minute)).toISOString();
const alert = (id: string, facts: Partial<Ranked> = {}): Ranked & { id: string } => ({
  ...{ id, cause: 'warning', priority: 'normal', caseStatus: 'open' },
  ...{ dueAt: at(30), stoppedAt: null, raisedAt: at(0), next: null },
  ...facts,
});
const order = (...alerts: ReturnType<typeof alert>[]) =>
  rankRows(alerts.map((one) => ({ alert: one }))).map((row) => 'alert' in row && row.alert.id);
const storm = (...alerts: ReturnType<typeof alert>[]) => ({
  storm: { key: 'storm', alerts, minutes: 5 },
});

describe('alerts by urgency', () => {
  it('begin with critical cases, what is overdue, and what climbs soonest', () => {
    const late = alert('late', { cause: 'breach' });
    const climbing = alert('climbing', { cause: 'breach', next: { at: at(9) } });
    const critical = alert('critical', { priority: 'critical' });
    expect(order(alert('warning'), late, climbing, critical)).toEqual([
      ...['critical', 'climbing', 'late', 'warning'],
    ]);
  });

  it('end with what was done late and what is about a case that ended', () => {
    const done = alert('done', { cause: 'breach', priority: 'critical', stoppedAt: at(40) });
    const merged = alert('merged', { cause: 'breach', caseStatus: 'merged', raisedAt: at(1) });
    expect(order(done, merged, alert('open'))[0]).toBe('open');
  });

  it('rank a storm by its worst, whichever came last', () => {
    const critical = alert('critical', { priority: 'critical' });
    const rows = rankRows([
      { alert: alert('one', { cause: 'breach' }) },
      storm(alert('a'), critical),
    ]);
    expect('storm' in rows[0]!).toBe(true);
  });

  it('show of a storm what is late for longest and what climbs first', () => {
    const mild = alert('mild', { dueAt: at(50) });
    const long = alert('long', { dueAt: at(10) });
    const done = alert('done', { dueAt: at(1), stoppedAt: at(2) });
    const climbing = alert('climbing', { next: { at: at(12) }, dueAt: at(40) });
    const row = storm(mild, done, climbing, long);
    expect(latestOf(row).id).toBe('long');
    expect(soonestOf(row).id).toBe('climbing');
  });
});
