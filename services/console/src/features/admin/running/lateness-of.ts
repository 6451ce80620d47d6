export interface Lateness {
  /** Timers that fired since the process began. */
  fired: number;
  /** Those that fired more than a second late. */
  late: number;
}

const name = 'clearline_timer_lateness_seconds';
const line = new RegExp(`^${name}_(bucket|sum|count)(?:\\{([^}]*)\\})? (\\S+)`, 'gm');

/** How late timers fired, out of the metrics of a process; undefined where it has no timers. */
export function latenessOf(metrics: string): Lateness | undefined {
  const found = { count: 0, onTime: 0 };
  let isTold = false;
  for (const [, part, labels = '', value] of metrics.matchAll(line)) {
    isTold = true;
    if (part === 'count') found.count += Number(value);
    if (part === 'bucket' && /\ble="1"/.test(labels)) found.onTime += Number(value);
  }
  if (!isTold) return undefined;
  const { count, onTime } = found;
  return { fired: count, late: count - onTime };
}
