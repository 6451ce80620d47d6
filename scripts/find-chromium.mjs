// Finds the browser that the suites of the console drive. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The first is the same engine without windows: a page costs a third less processor time.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];

/** Its path, or undefined: the one that CLEARLINE_CHROMIUM names, or else the first on PATH that runs. */
export function findChromium() {
  const given = process.env.CLEARLINE_CHROMIUM;
  if (given) return existsSync(given) ? given : undefined;
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

/** Ubuntu has a `chromium-browser` that only says how to install one. */
const runs = (path) =>
  existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
