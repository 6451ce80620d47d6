// Installs and builds what is missing. Node's own modules only: it runs before anything is installed.
import { existsSync, lstatSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildConsole, generateClient } from './console.mjs';
import { compile } from './compile.mjs';
import { modified, newestUnder, root, run, withSignOfLife } from './files.mjs';

export { root, run } from './files.mjs';

const stamp = join(root, 'dist', '.built');

/** Children write to stderr: a machine that reads stdout gets the command's own answer only. */
const visible = ['inherit', 2, 2];

/** One clear line and exit 1 on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Clearline needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
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
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  withSignOfLife(() => run('npm', ['ci', ...options], { shell, stdio: visible }));
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
  console.log('Building (half a minute the first time) ...');
  withSignOfLife(() => {
    // Before the start: what it writes among the sources is no change of them.
    generateClient();
    const started = new Date();
    compile('tsconfig.build.json');
    buildConsole();
    copyDescriptions();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, `${started.toISOString()}\n`);
    utimesSync(stamp, started, started);
  });
}

/** What the gateway says of the API, without the spaces that people read it by. */
function copyDescriptions() {
  const from = join(root, 'libs/contracts/generated');
  const to = join(root, 'dist/libs/contracts/generated');
  mkdirSync(to, { recursive: true });
  for (const name of ['openapi.json', 'asyncapi.json']) {
    const text = JSON.stringify(JSON.parse(readFileSync(join(from, name), 'utf8')));
    writeFileSync(join(to, name), text);
  }
}
