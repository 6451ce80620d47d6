// Builds the console: its client from the OpenAPI document, then the pages into dist/console.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeCommands } from './console-commands.mjs';
import { modified, newestUnder, root, run } from './files.mjs';

const folder = join(root, 'services/console');
const description = join(root, 'libs/contracts/generated/openapi.json');
const client = join(folder, 'src/api/schema.d.ts');
const commands = join(folder, 'src/api/commands.ts');
const page = join(root, 'dist/console/index.html');

/** The types of every request and answer, and the fields of commands, whenever the description is newer. */
export function generateClient() {
  const newest = modified(description);
  if (modified(commands) < newest) writeCommands(description, commands);
  if (modified(client) >= newest) return;
  run(
    process.execPath,
    [join(root, 'node_modules/openapi-typescript/bin/cli.js'), description, '-o', client],
    { stdio: ['inherit', 'ignore', 2] },
  );
}

/** Only when a source is newer than the pages: it takes longer than everything else. */
export function buildConsole() {
  generateClient();
  const sources = [
    'src',
    'public',
    'index.html',
    'vite.config.ts',
    'first-load.ts',
    'library-styles.ts',
  ].map((name) => join(folder, name));
  const built = ['package-lock.json', 'scripts/console.mjs'].map((name) => join(root, name));
  const newest = Math.max(...[...sources, ...built].map(newestUnder));
  if (modified(page) > newest) return;
  run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', folder, '--logLevel', 'warn'],
    // Whoever builds from within a test wants the pages that people get.
    { stdio: ['inherit', 2, 2], env: { ...process.env, NODE_ENV: 'production' } },
  );
  compressAssets();
}

/** The gateway sends what lies compressed beside a file, and compresses nothing itself. */
function compressAssets() {
  const assets = join(root, 'dist/console/assets');
  for (const name of readdirSync(assets)) {
    if (!/\.(?:js|css|svg)$/u.test(name)) continue;
    const file = join(assets, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

// By itself: only the client, for the compiler and the linter.
if (process.argv[2] === 'client') generateClient();
