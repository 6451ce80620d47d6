import cliProgress from 'cli-progress';

/** One JSON object on stdout for machines, or aligned lines for people. Keys are the same in both. */
export function printResult(result: Record<string, unknown>, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const width = Math.max(0, ...Object.keys(result).map((key) => key.length));
  for (const [key, value] of Object.entries(result)) {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    process.stdout.write(`${key.padEnd(width)}  ${text}\n`);
  }
}

/** Rows of the same fields as aligned columns under their names; nothing where there are none. */
export function printRows(
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
): void {
  if (rows.length === 0) return;
  const cell = (value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value ?? '');
  const lines = [[...columns], ...rows.map((row) => columns.map((name) => cell(row[name])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]!.length)));
  for (const line of lines) {
    const padded = line.map((text, index) => text.padEnd(widths[index]!));
    process.stdout.write(`${padded.join('  ').trimEnd()}\n`);
  }
}

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

const tellEveryMs = 10_000;

/** A bar on stderr when a person is looking; else a line every ten seconds, so that no long work is silent. */
export function showProgress(label: string): Progress {
  if (!process.stderr.isTTY) return tellNowAndThen(label);
  const bar = new cliProgress.SingleBar({
    format: `${label} [{bar}] {percentage}% | {value}/{total} | {duration_formatted}`,
    stream: process.stderr,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => started && bar.stop(),
  };
}

function tellNowAndThen(label: string): Progress {
  const tell = nowAndThen();
  return {
    update: (done, total) => tell(() => `${label}: ${done} of ${total}`),
    stop: () => undefined,
  };
}

/** Writes a line to stderr at most every ten seconds, first after ten. */
export function nowAndThen(): (line: () => string) => void {
  let toldAt = performance.now();
  return (line) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    process.stderr.write(`${line()}\n`);
  };
}
