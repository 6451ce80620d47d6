export interface Lateness {
  /** Timers that fired since the process began. */
  fired: number;
  averageSeconds: number;
  /** Those that fired more than a second late. */
  late: number;
}

const name = 'clearline_timer_lateness_seconds';
const line = new RegExp(`^${name}_(bucket|sum|count)(?:\\{([^}]*)\\})? (\\S+)`, 'gm');

/** How late timers fired, out of the metrics of a process; undefined where it has no timers. */
export function latenessOf(metrics: string): Lateness | undefined {
  const found = { sum: 0, count: 0, onTime: 0 };
  let isTold = false;
  for (const [, part, labels = '', value] of metrics.matchAll(line)) {
    isTold = true;
    if (part === 'sum') found.sum += Number(value);
    if (part === 'count') found.count += Number(value);
    if (part === 'bucket' && /\ble="1"/.test(labels)) found.onTime += Number(value);
  }
  if (!isTold) return undefined;
  const { sum, count, onTime } = found;
  return { fired: count, averageSeconds: count === 0 ? 0 : sum / count, late: count - onTime };
}
