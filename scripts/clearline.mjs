#!/usr/bin/env node
// `npx clearline <command>`: builds when needed, then hands over to the command line.
import { buildWhenNeeded, installWhenNeeded, requireNode } from './prepare.mjs';

requireNode();
const log = console.log;
console.log = console.error; // a machine reads stdout
installWhenNeeded();
buildWhenNeeded();
console.log = log;
await import('../dist/services/cli/src/main.js');
