import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#testing';

/** The receiver of webhooks that docs/operating.md shows, run by Node as it stands there. */
export interface DocsReceiver {
  url: string;
  /** What it wrote, line by line. */
  lines(): string[];
  /** Starts it with the secret of a subscription to its `url`, which is known before it runs. */
  start(secret: string): void;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');

export async function docsReceiver(): Promise<DocsReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'clearline-receiver-'));
  // Where a reader would have installed the stock library.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const file = join(folder, 'receiver.mjs');
  await writeFile(file, await codeInDocs());
  const port = await freePort();
  const stops: (() => Promise<void>)[] = [];
  let output = '';
  return {
    url: `http://localhost:${port}/hook`,
    lines: () => output.split('\n').filter(Boolean),
    start: (secret) => {
      const env = { PATH: process.env['PATH'], PORT: String(port), WEBHOOK_SECRET: secret };
      const child = spawn(process.execPath, [file], { env });
      const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      stops.push(async () => {
        child.kill();
        await ended;
      });
    },
    close: async () => {
      for (const stop of stops) await stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** @throws Error where the page shows no such receiver, or more than one */
async function codeInDocs(): Promise<string> {
  const page = await readFile(join(root, 'docs/operating.md'), 'utf8');
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code!);
  const receivers = blocks.filter((code) => code.includes("from 'standardwebhooks'"));
  if (receivers.length !== 1) throw new Error(`${receivers.length} receivers in docs/operating.md`);
  return receivers[0]!;
}
