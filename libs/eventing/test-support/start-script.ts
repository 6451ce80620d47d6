import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface TestProcess {
  /** Resolves with the signal or the exit code that ended it. */
  ended: Promise<string>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface ScriptFacts {
  name: string;
  /** It is to die by SIGKILL, and may do so before it says that it is ready. */
  mayDie: boolean;
}

/**
 * Runs a script of the sources as a process of its own, with a plan as its argument; resolves once it
 * prints `ready`. @throws with its output when it does not
 */
export async function startScript(
  script: URL,
  plan: object,
  { name, mayDie }: ScriptFacts,
): Promise<TestProcess> {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--conditions=clearline-src',
      '--import',
      new URL('./typescript-loader.mjs', import.meta.url).href,
      fileURLToPath(script),
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
    if (!(mayDie && reason === 'SIGKILL')) {
      throw new Error(`${name} ended early (${reason}):\n${output}`);
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
