import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ProcessPlan } from './delivery-process.js';

export interface TestProcess {
  /** Resolves with the signal or the exit code that ended it. */
  ended: Promise<string>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

const fileOf = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** Starts a real process from the sources; resolves once it delivers. @throws with its output when it does not */
export async function startProcess(plan: ProcessPlan): Promise<TestProcess> {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--conditions=clearline-src',
      '--import',
      new URL('./typescript-loader.mjs', import.meta.url).href,
      fileOf('delivery-process.ts'),
      JSON.stringify(plan),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output = `${output}${chunk}`.slice(-4_000)));
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? String(code))),
  );
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'ready') resolve();
      else output = `${output}${line}\n`.slice(-4_000);
    });
  });
  const early = ended.then((reason) => {
    // One that was to die may have done so before it could say that it is ready.
    if (!(plan.dieAt && reason === 'SIGKILL')) {
      throw new Error(`${plan.name} ended early (${reason}):\n${output}`);
    }
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return {
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
