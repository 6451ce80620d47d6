import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#testing';

const execute = promisify(execFile);
const root = new URL('../../../', import.meta.url).pathname;

export interface ComposeProject {
  url: string;
  /** The password of `admin`. */
  password: string;
  /** Health or exit of each container by the name of its service, such as `healthy` and `exited 0`. */
  states(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * docker-compose.yml as it is, under a project name, a port and keys of its own: builds the image,
 * starts everything detached and returns when compose does.
 */
export async function startComposeProject(): Promise<ComposeProject> {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-compose-'));
  const envFile = join(folder, 'env');
  await execute(process.execPath, ['infra/make-keys.mjs', envFile], { cwd: root });
  const name = `clearline-test-${process.pid}`;
  const port = await freePort();
  const compose = (...args: string[]) =>
    runCompose(['--env-file', envFile, '-p', name, ...args], port);
  const stop = async () => {
    await compose('down', '--volumes', '--timeout', '15');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await compose('up', '--detach', '--build');
  } catch (error) {
    const logs = await compose('logs', '--no-color', '--tail', '15').catch(() => '');
    await stop();
    throw new Error(`${String(error)}\n${logs}`);
  }
  const password = /^CLEARLINE_ADMIN_PASSWORD=(.*)$/m.exec(readFileSync(envFile, 'utf8'))![1]!;
  const states = async () => {
    const ids = (await compose('ps', '--quiet', '--all')).split('\n').filter((id) => id !== '');
    const format =
      '{{index .Config.Labels "com.docker.compose.service"}} ' +
      '{{if .State.Running}}{{.State.Health.Status}}{{else}}exited {{.State.ExitCode}}{{end}}';
    const { stdout } = await execute('docker', ['inspect', '--format', format, ...ids]);
    const lines = stdout.trim().split('\n');
    return Object.fromEntries(lines.map((line) => /^(\S+) (.*)$/.exec(line)!.slice(1)));
  };
  return { url: `http://127.0.0.1:${port}`, password, states, stop };
}

/** What compose says about its file when no key was made. */
export async function composeWithoutKeys(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-compose-'));
  const empty = join(folder, 'env');
  writeFileSync(empty, '');
  try {
    return await runCompose(['--env-file', empty, 'config', '--quiet'], 3_000).catch(String);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The plugin of Docker, or the program of its own that older systems have. */
const isPlugin = spawnSync('docker', ['compose', 'version']).status === 0;
const [program, ...first] = isPlugin ? ['docker', 'compose'] : ['docker-compose'];

async function runCompose(args: string[], port: number): Promise<string> {
  const own = /^(PATH|HOME|DOCKER_.*|NPM_CONFIG_REGISTRY)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => own.test(key)));
  const { stdout } = await execute(program!, [...first, ...args], {
    cwd: root,
    env: { ...env, CLEARLINE_PORT: String(port) },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
