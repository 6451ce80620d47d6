import type { AlertView } from '../board-types.js';

type Facts = Pick<AlertView, 'id' | 'cause' | 'kind' | 'raisedAt'>;

/** Many alerts of one kind that came together. */
export interface Storm<Alert> {
  key: string;
  alerts: Alert[];
  /** How long it took them to come. */
  minutes: number;
}
export type Row<Alert> = { alert: Alert } | { storm: Storm<Alert> };

/** Two that belong together are at most this far apart. */
const gapMs = 5 * 60_000;
/** Fewer than these are read one by one. */
const fewest = 5;

const raised = ({ raisedAt }: Facts) => Date.parse(raisedAt);

/** A storm that somebody looks into: whatever becomes of it, it stays one row under its key. */
export interface KeptStorm {
  key: string;
  /** Those that are or were in it. */
  ids: ReadonlySet<string>;
}

/**
 * Alerts as a person takes them in: what comes in a burst of one kind is one row. They come and go the latest first;
 * a burst stands where its latest stands. What is kept has what came next to any of its alerts, however few are left.
 */
export function groupAlerts<Alert extends Facts>(
  alerts: readonly Alert[],
  kept: readonly KeptStorm[] = [],
): Row<Alert>[] {
  const ofKept = new Map<string, Alert[]>();
  const loose: Alert[][] = [];
  for (const run of runsOf(alerts)) {
    const key = kept.find(({ ids }) => run.some(({ id }) => ids.has(id)))?.key;
    if (key === undefined) loose.push(run);
    else ofKept.set(key, [...(ofKept.get(key) ?? []), ...run]);
  }
  return [
    ...[...ofKept].map(([key, run]) => stormOf(run, key)),
    ...loose.flatMap((run) =>
      // By its earliest: that one stays while more come.
      run.length < fewest ? run.map((alert) => ({ alert })) : [stormOf(run, keyOf(run))],
    ),
  ].sort((one, other) => raised(firstOf(other)) - raised(firstOf(one)));
}

/** Those of a kind that follow one another closely, the latest first. */
function runsOf<Alert extends Facts>(alerts: readonly Alert[]): Alert[][] {
  const newest = [...alerts].sort((one, other) => raised(other) - raised(one));
  const runs: Alert[][] = [];
  const current = new Map<string, Alert[]>();
  for (const alert of newest) {
    const kind = `${alert.cause} ${alert.kind ?? ''}`;
    const run = current.get(kind);
    const last = run?.at(-1);
    if (run && last && raised(last) - raised(alert) <= gapMs) {
      run.push(alert);
      continue;
    }
    const started = [alert];
    current.set(kind, started);
    runs.push(started);
  }
  return runs;
}

const keyOf = (run: readonly Facts[]) => `storm ${run.at(-1)!.id}`;

/** Their minutes are those between the first and the last of them. */
function stormOf<Alert extends Facts>(run: Alert[], key: string): Row<Alert> {
  const [latest, earliest] = [run[0]!, run.at(-1)!];
  const minutes = Math.max(1, Math.round((raised(latest) - raised(earliest)) / 60_000));
  return { storm: { key, alerts: run, minutes } };
}

/** The storms to keep, with what has come to them; the same as before where nothing has. */
export function keptStorms<Alert extends Facts>(
  before: readonly KeptStorm[],
  rows: readonly Row<Alert>[],
  isKept: (key: string) => boolean,
): readonly KeptStorm[] {
  const now = new Map(before.filter(({ key }) => isKept(key)).map((one) => [one.key, one]));
  for (const row of rows) {
    if ('alert' in row || !isKept(row.storm.key)) continue;
    const { key, alerts } = row.storm;
    const ids = now.get(key)?.ids ?? new Set<string>();
    if (alerts.every(({ id }) => ids.has(id))) continue;
    now.set(key, { key, ids: new Set([...ids, ...alerts.map(({ id }) => id)]) });
  }
  const after = [...now.values()];
  const isSame =
    after.length === before.length && after.every((one, index) => one === before[index]);
  return isSame ? before : after;
}

/** A list with those that came after it was read, each alert once and as it was read last. */
export const withLatest = <Alert extends Pick<Facts, 'id'>>(
  listed: readonly Alert[],
  latest: readonly Alert[],
): Alert[] => [...new Map([...listed, ...latest].map((alert) => [alert.id, alert])).values()];

/** The alert that a row stands by. */
export const firstOf = <Alert>(row: Row<Alert>): Alert =>
  'alert' in row ? row.alert : row.storm.alerts[0]!;

/** All the alerts of a row. */
export const alertsOf = <Alert>(row: Row<Alert>): readonly Alert[] =>
  'alert' in row ? [row.alert] : row.storm.alerts;
