import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process, told from a later one with the same number where the system says when it started. */
export interface ProcessMark {
  pid: number;
  startedAt?: string;
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startOf(pid) };
}

/** Alive and, where that can be told, still the same process. */
export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedAt = startOf(mark.pid);
  return !mark.startedAt || !startedAt || startedAt === mark.startedAt;
}

/** Field 22 of /proc/<pid>/stat; zombies count as gone. Undefined on systems without /proc. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'gone' : fields[19];
  } catch {
    return undefined;
  }
}

/** The program's name of a running process, where the system tells it (Linux). */
export function programOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while holding the lock file; a holder that died is passed over. Rejects after 60 s
 * behind a living holder.
 */
export async function withLockFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + 60_000;
  while (!tryLock(path)) {
    if (Date.now() > giveUpAt) throw new Error(`Another process holds ${path}`);
    await delay(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeFileSync(file, JSON.stringify(markOf(process.pid)));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = readJson<ProcessMark>(path);
  if (holder && !isAlive(holder)) rmSync(path, { force: true });
  return false;
}

/** The parsed file, or undefined when it is missing or half written. */
export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
