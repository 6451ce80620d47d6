// Installs and builds what is missing. Node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');

/** Children write to stderr: a machine that reads stdout gets the command's own answer only. */
const visible = ['inherit', 2, 2];

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** One clear line and exit 1 on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Clearline needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

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

/** `npm ci` when node_modules is missing or older than the lock file. */
export function installWhenNeeded() {
  const modules = join(root, 'node_modules');
  // A linked folder belongs to another work tree, and `npm ci` would empty it.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  const installed = join(modules, '.package-lock.json');
  if (modified(installed) >= modified(join(root, 'package-lock.json'))) return;
  console.log('Installing packages (about a minute the first time) ...');
  // npm is a .cmd file on Windows, which only a shell runs.
  const shell = process.platform === 'win32';
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell, stdio: visible });
}

/** Compiles when a source is newer than the last build. */
export function buildWhenNeeded() {
  const sources = [
    'libs',
    'services',
    'bench',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  const newest = Math.max(...sources.map((name) => newestUnder(join(root, name))));
  if (modified(stamp) > newest) return;
  build();
}

/** Compiles what changed. The stamp bears the time of the start: a file saved meanwhile is newer. */
export function build() {
  console.log('Building ...');
  const started = new Date();
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: visible });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${started.toISOString()}\n`);
  utimesSync(stamp, started, started);
}

function newestUnder(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}
