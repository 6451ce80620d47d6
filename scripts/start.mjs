// `npm start`: install, build, then run in this very process, so that nothing lingers beside it.
import { buildWhenNeeded, installWhenNeeded, requireNode } from './prepare.mjs';

requireNode();
// Without `--` npm keeps the flag for itself, and a demo would start where none was wanted.
if (process.env.npm_config_empty === 'true') process.argv.push('--empty');
const unknown = process.argv.slice(2).filter((given) => given !== '--empty');
if (unknown.length > 0) {
  console.error(`npm start does not know ${unknown.join(' ')}; there is: npm start -- --empty`);
  process.exit(2);
}
installWhenNeeded();
buildWhenNeeded();
// A signal to `npm start` ends npm and its shell, which pass it on only sometimes: what serves goes with them.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
await import('../dist/services/standalone/src/main.js');
