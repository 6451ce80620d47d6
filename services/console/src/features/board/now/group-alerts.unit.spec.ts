import { describe, expect, it } from '@jest/globals';
import { alertsOf, groupAlerts, keptStorms, withLatest } from './group-alerts.js';

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

describe('a storm that somebody looks into', () => {
  const burst = [0, 1, 2, 3, 4].map((minute) => alert(minute));
  const key = 'storm breach-0';
  const kept = keptStorms([], groupAlerts(burst), (one) => one === key);

  it('stays under its key when its earliest is taken on, and when few are left', () => {
    expect(groupAlerts([alert(5), ...burst.slice(1)], kept)).toMatchObject([{ storm: { key } }]);
    expect(groupAlerts(burst.slice(3), kept)).toMatchObject([{ storm: { key } }]);
    expect(groupAlerts(burst.slice(3))).toHaveLength(2);
  });

  it('stays one where a gap comes to be between its alerts', () => {
    const long = [0, 4, 8, 12, 16].map((minute) => alert(minute));
    const all = keptStorms([], groupAlerts(long), () => true);
    const left = groupAlerts([long[0]!, long[2]!, long[4]!], all);
    expect(ids(left)).toEqual([['breach-16', 'breach-8', 'breach-0']]);
  });

  it('keeps those that came to it, when those it was opened with have gone', () => {
    const came = [5, 6].map((minute) => alert(minute));
    const grown = keptStorms(kept, groupAlerts([...burst, ...came], kept), () => true);
    expect(groupAlerts(came, grown)).toMatchObject([{ storm: { key } }]);
  });

  it('is remembered as it was while nothing comes, and forgotten once it is folded', () => {
    const rows = groupAlerts(burst, kept);
    expect(keptStorms(kept, rows, () => true)).toBe(kept);
    expect(keptStorms(kept, rows, () => false)).toEqual([]);
  });
});
