// `npm start`: install, build, then run in this very process, so that nothing lingers beside it.
import { buildWhenNeeded, installWhenNeeded, requireNode } from './prepare.mjs';

requireNode();
installWhenNeeded();
buildWhenNeeded();
await import('../dist/services/standalone/src/main.js');
