import { describe, expect, it } from '@jest/globals';
import { alertsOf, groupAlerts, withLatest } from './group-alerts.js';

const start = Date.parse('2026-11-02T01:00:00.000Z');
const alert = (
  minute: number,
  cause: 'breach' | 'warning' = 'breach',
  id = `${cause}-${minute}`,
) => ({
  ...{ id, cause, kind: 'acknowledge' as const },
  raisedAt: new Date(start + minute * 60_000).toISOString(),
});
const ids = (rows: ReturnType<typeof groupAlerts>) =>
  rows.map((row) => alertsOf(row).map(({ id }) => id));

describe('alerts as rows', () => {
  it('stay single while they are few, the latest first', () => {
    const rows = groupAlerts([alert(0), alert(1), alert(2), alert(3)]);
    expect(ids(rows)).toEqual([['breach-3'], ['breach-2'], ['breach-1'], ['breach-0']]);
  });

  it('are one row when many of a kind come in a burst', () => {
    const burst = [0, 1, 2, 3, 4, 8].map((minute) => alert(minute));
    const [row, ...others] = groupAlerts(burst);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ storm: { key: 'storm breach-0', minutes: 8 } });
    expect(alertsOf(row!)).toHaveLength(6);
  });

  it('keep the key of a burst while it grows', () => {
    const burst = [0, 1, 2, 3, 4].map((minute) => alert(minute));
    const [before] = groupAlerts(burst);
    const [after] = groupAlerts([alert(5), ...burst]);
    expect(after).toMatchObject({
      storm: { key: (before as { storm: { key: string } }).storm.key },
    });
  });

  it('part where a while passes between them, and where they are of another kind', () => {
    const rows = groupAlerts([
      ...[0, 1, 2, 3, 4].map((minute) => alert(minute)),
      ...[10, 11].map((minute) => alert(minute)),
      alert(2, 'warning'),
    ]);
    expect(ids(rows).map((one) => one.length)).toEqual([1, 1, 5, 1]);
  });

  it('has those that came after the list was read, each once', () => {
    const all = withLatest([alert(1), alert(0)], [alert(3), alert(1)]);
    expect(ids(groupAlerts(all))).toEqual([['breach-3'], ['breach-1'], ['breach-0']]);
  });

  it('has an alert as it was read last', () => {
    const [listed, latest] = [alert(1), { ...alert(1), kind: 'resolve' as const }];
    expect(withLatest<{ id: string; kind: string }>([listed], [latest])).toEqual([latest]);
  });
});
