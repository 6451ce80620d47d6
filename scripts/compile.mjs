// The compiler: TypeScript 7, which is a native program (docs/adr/0042-native-tools-ask-the-types.md).
import { join } from 'node:path';
import { root, run } from './files.mjs';

const compiler = join(root, 'node_modules/typescript-7/bin/tsc');

/**
 * Compiles a project; its errors end this process. One checker knows what several would each find out
 * anew, and takes half the processor time.
 */
export function compile(project, ...options) {
  const args = [compiler, '-p', project, '--singleThreaded', ...options];
  run(process.execPath, args, { stdio: ['inherit', 2, 2] });
}
