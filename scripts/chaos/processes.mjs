// The processes of the product, started, killed and started again by kind.
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../prepare.mjs';

const restartAfterMs = 500;
const mostBrokerStarts = 5;
const der = (key) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/** The secrets of one run: the load client signs its own token with them. */
export function makeSecrets() {
  return {
    CLEARLINE_MASTER_KEY: randomBytes(32).toString('base64'),
    CLEARLINE_SEAL_KEY: der(generateKeyPairSync('ed25519').privateKey),
    CLEARLINE_TOKEN_KEY: der(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  };
}

export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/**
 * A program of ours, its output in a file. One that ends unasked, say because its database was away while
 * it started, is started again, as any supervisor of services would.
 */
export class OwnProcess {
  #child;
  #gone = Promise.resolve();
  #isAsked = false;
  endedUnasked = 0;

  constructor(name, args, env, folder, program = process.execPath) {
    Object.assign(this, { name, args, env, program });
    mkdirSync(folder, { recursive: true });
    this.logFile = join(folder, `${name}.log`);
  }

  get isUp() {
    return this.#child !== undefined && this.#child.exitCode === null && !this.#child.signalCode;
  }

  async start() {
    const log = openSync(this.logFile, 'a');
    this.#child = spawn(this.program, this.args, {
      cwd: root,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', log, log],
    });
    this.#isAsked = false;
    this.#gone = new Promise((done) => this.#child.once('exit', done));
    void this.#gone.then(async () => {
      if (this.#isAsked) return;
      this.endedUnasked += 1;
      await delay(restartAfterMs);
      if (!this.#isAsked) await this.start();
    });
  }

  /** The number of the process that died of it. */
  async kill() {
    this.#isAsked = true;
    const { pid } = this.#child;
    this.#child.kill('SIGKILL');
    await this.#gone;
    return pid;
  }

  async stop() {
    this.#isAsked = true;
    if (!this.isUp) return;
    this.#child.kill('SIGTERM');
    const overdue = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    await this.#gone;
    clearTimeout(overdue);
  }
}

/** A PostgreSQL under a data folder, by the number in its own file. */
export class PostgresProcess {
  constructor(dataDir, launch) {
    Object.assign(this, { name: 'postgres', dataDir, launch });
  }

  get pid() {
    const file = join(this.dataDir, 'postgres.json');
    if (!existsSync(file)) return undefined;
    const { cluster } = JSON.parse(readFileSync(file, 'utf8'));
    const pidFile = join(cluster, 'postmaster.pid');
    return existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : undefined;
  }

  get isUp() {
    return this.pid !== undefined && isAlive(this.pid);
  }

  async start() {
    this.server = await this.launch?.();
  }

  async kill() {
    const { pid } = this;
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await delay(20);
    return pid;
  }

  async stop() {
    await this.server?.stop();
  }
}

/** A broker from the launcher, restarted on its own port and data. */
export class KafkaProcess {
  #broker;

  constructor(startKafka, options) {
    Object.assign(this, { name: 'kafka', startKafka, options });
  }

  get isUp() {
    return this.#broker !== undefined;
  }

  async start() {
    // A broker that recovers its logs on a busy machine may be given up too early.
    for (let attempt = 1; !this.#broker; attempt += 1) {
      try {
        this.#broker = await this.startKafka(this.options);
      } catch (error) {
        if (attempt === mostBrokerStarts) throw error;
      }
    }
  }

  async kill() {
    const broker = this.#broker;
    this.#broker = undefined;
    process.kill(broker.pid, 'SIGKILL');
    await broker.gone;
    return broker.pid;
  }

  async stop() {
    await this.#broker?.stop();
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // A child that was killed and not waited for yet still answers to signals.
    const stat = process.platform === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return !/\) Z /.test(stat);
  } catch {
    return false;
  }
}
