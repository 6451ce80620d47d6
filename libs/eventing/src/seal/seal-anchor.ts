import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface SealAnchor {
  number: number;
  hash: string;
}

const fileOf = (dataDir: string, service: string) => join(dataDir, 'seals', `${service}.json`);

/** Keeps the latest seal outside the database, so that a removed tail shows. Replaced in one step. */
export async function writeAnchor(
  dataDir: string,
  service: string,
  anchor: SealAnchor,
): Promise<void> {
  const file = fileOf(dataDir, service);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(anchor)}\n`, { flush: true });
  await rename(draft, file);
}

/** undefined when there is none yet. */
export async function readAnchor(
  dataDir: string,
  service: string,
): Promise<SealAnchor | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir, service), 'utf8')) as SealAnchor;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
