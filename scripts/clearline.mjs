#!/usr/bin/env node
// `npx clearline <command>`: builds when needed, then hands over to the command line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenNeeded, installWhenNeeded, requireNode, root } from './prepare.mjs';

requireNode();
const log = console.log;
console.log = console.error; // a machine reads stdout
// An image carries only what is built.
if (existsSync(join(root, 'services'))) {
  installWhenNeeded();
  buildWhenNeeded();
}
console.log = log;
await import('../dist/services/cli/src/main.js');
