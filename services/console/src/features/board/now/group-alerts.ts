import type { AlertView } from '../board-types.js';

type Facts = Pick<AlertView, 'id' | 'cause' | 'kind' | 'raisedAt'>;

/** Many alerts of one kind that came together. */
export interface Storm<Alert> {
  key: string;
  /** The latest first. */
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

/**
 * Alerts as a person takes them in: what comes in a burst of one kind is one row. They come and go the latest first;
 * a burst stands where its latest stands.
 */
export function groupAlerts<Alert extends Facts>(alerts: readonly Alert[]): Row<Alert>[] {
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
  return runs
    .flatMap((run) => (run.length < fewest ? run.map((alert) => ({ alert })) : [stormOf(run)]))
    .sort((one, other) => raised(firstOf(other)) - raised(firstOf(one)));
}

function stormOf<Alert extends Facts>(alerts: Alert[]): Row<Alert> {
  const [latest, earliest] = [alerts[0]!, alerts.at(-1)!];
  const minutes = Math.max(1, Math.round((raised(latest) - raised(earliest)) / 60_000));
  // By its earliest: that one stays while more come.
  return { storm: { key: `storm ${earliest.id}`, alerts, minutes } };
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
