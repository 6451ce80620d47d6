import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The latest seal of a log. */
export interface SealAnchor {
  number: number;
  hash: string;
}

/** A place outside the database that keeps the latest seal of each log, so that a removed tail shows. */
export interface SealAnchorage {
  /** It may be away: nobody waits for it to seal the log. */
  readonly isRemote: boolean;
  /** By service; one that has sealed nothing yet is not in it. */
  read(): Promise<ReadonlyMap<string, SealAnchor>>;
  write(service: string, anchor: SealAnchor): Promise<void>;
  close(): Promise<void>;
}

/** Files of the data folder, one a log. */
export class FileAnchorage implements SealAnchorage {
  readonly isRemote = false;

  readonly #folder: string;

  /** `dataDir`: CLEARLINE_DATA. */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'seals');
  }

  async read(): Promise<ReadonlyMap<string, SealAnchor>> {
    const anchors = new Map<string, SealAnchor>();
    for (const file of await this.files()) {
      const text = await readFile(join(this.#folder, file), 'utf8');
      anchors.set(basename(file, '.json'), JSON.parse(text) as SealAnchor);
    }
    return anchors;
  }

  /** Replaced in one step. */
  async write(service: string, anchor: SealAnchor): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = join(this.#folder, `${service}.json`);
    const draft = `${file}.${process.pid}.tmp`;
    await writeFile(draft, `${JSON.stringify(anchor)}\n`, { flush: true });
    await rename(draft, file);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async files(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => name.endsWith('.json'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** What is anchored of each log, in all places. */
export async function readAnchors(
  anchorages: readonly SealAnchorage[],
): Promise<ReadonlyMap<string, SealAnchor[]>> {
  const anchors = new Map<string, SealAnchor[]>();
  for (const anchorage of anchorages) {
    for (const [service, anchor] of await anchorage.read()) {
      const known = anchors.get(service) ?? [];
      if (known.some(({ hash }) => hash === anchor.hash)) continue;
      anchors.set(service, [...known, anchor]);
    }
  }
  return anchors;
}
