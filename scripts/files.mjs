// The project's folder, and programs that run in it. Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** When a file was written last, in milliseconds; 0 for one that is not there. */
export const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Runs a program in the project's folder; its failure ends this one with the same code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Says every ten seconds how long it takes already, while this process waits for a program that says nothing. */
export function withSignOfLife(work) {
  const tell = () => {
    let seconds = 0;
    setInterval(() => process.stderr.write(`... ${(seconds += 10)} s\n`), 10_000);
    process.stdin.once('end', () => process.exit()).resume();
  };
  const teller = spawn(process.execPath, ['-e', `(${tell})()`], { stdio: ['pipe', 'ignore', 2] });
  try {
    return work();
  } finally {
    teller.stdin.end();
  }
}

/** When the newest file under a folder was written. */
export function newestUnder(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}
