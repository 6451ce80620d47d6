import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import type { EventStore, LogSignal } from '#eventing';
import {
  newId,
  type Clock,
  type Database,
  type PersonalDataKeys,
  type PlatformConfig,
} from '#platform';
import { CaseNumbers } from '../filing/case-numbers.js';
import { appendMore, historyEvent, importChunk, type ChunkCounts } from './import-chunk.js';
import {
  analyseRows,
  countPending,
  pendingRows,
  takeUnjudged,
  type Rejection,
} from './import-tables.js';
import { loadMapping } from './load-mapping.js';
import { stageFile } from './stage-file.js';

/** What an import needs of intake's runtime. */
export interface ImportDependencies {
  database: Database;
  events: EventStore;
  keys: PersonalDataKeys;
  clock: Clock;
  signal?: LogSignal;
  config: Pick<PlatformConfig, 'dataDir'>;
}
export interface ImportRequest {
  /** A shipped mapping's name, or the path of a mapping file. */
  mapping: string;
  /** CSV or CSV.gz. */
  file: string;
  /** Judges what is still open as it stood at this instant, epoch milliseconds. */
  asOf?: number;
  /** Arms the timers of what is still open. */
  goLive?: boolean;
  /** Folder of the list of rejected rows; by default `imports` in the data folder. */
  reportFolder?: string;
  onProgress?: (progress: ImportProgress) => void;
}
export interface ImportProgress {
  phase: 'reading' | 'writing' | 'judging';
  /** Bytes while reading, cases afterwards. */
  done: number;
  total: number;
  rows: number;
}
/** `read = accepted + duplicates + rejected`. */
export interface ImportResult {
  runId: string;
  mapping: string;
  read: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  cases: number;
  events: number;
  judged: number;
  seconds: number;
  rowsPerSecond: number;
  rejections?: string;
}
export class ImportBusy extends Error {
  override readonly name = 'ImportBusy';
}

const mostCasesAtOnce = 100;
/** The server ends a transaction after 5 s, and on a busy machine even a hundred cases may take that. */
const slowMs = 1_000;

/**
 * Imports history: stages the file, writes each case with its steps in short transactions, then
 * judges what is open. An interrupted import goes on where it stopped when run again; a second run
 * of the same file imports nothing. One import per mapping at a time.
 * @throws MappingError, ImportBusy
 */
export async function importHistory(
  dependencies: ImportDependencies,
  request: ImportRequest,
): Promise<ImportResult> {
  const mapping = await loadMapping(request.mapping);
  return dependencies.database.withClient(async (client) => {
    const lock = ['clearline.import', mapping.name];
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtext($1), hashtext($2)) AS taken',
      lock,
    );
    if (!rows[0]?.taken) throw new ImportBusy(`${mapping.name} is being imported already`);
    try {
      return await new HistoryImport(dependencies, request, mapping).run();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtext($1), hashtext($2))', lock);
    }
  });
}

class HistoryImport {
  private readonly startedAt: number;
  private readonly runId: string;
  private readonly rejections: RejectionFile;

  constructor(
    private readonly given: ImportDependencies,
    private readonly request: ImportRequest,
    private readonly mapping: Awaited<ReturnType<typeof loadMapping>>,
  ) {
    this.startedAt = given.clock.now();
    this.runId = newId(this.startedAt);
    const file = `${mapping.name}-${this.runId}-rejected.csv`;
    this.rejections = new RejectionFile(
      request.reportFolder ?? join(given.config.dataDir, 'imports'),
      file,
    );
  }

  async run(): Promise<ImportResult> {
    const began = performance.now();
    await this.recordStart();
    try {
      const counts = await this.stage();
      const written = await this.write(counts.read);
      const judged = await this.judge(counts.read);
      const seconds = (performance.now() - began) / 1_000;
      const result: ImportResult = {
        runId: this.runId,
        mapping: this.mapping.name,
        read: counts.read,
        accepted: counts.staged - written.refusedRows,
        duplicates: counts.duplicates,
        rejected: counts.rejected + written.refusedRows,
        cases: written.cases,
        events: written.events + judged,
        judged,
        seconds: Math.round(seconds * 100) / 100,
        rowsPerSecond: Math.round(counts.read / seconds),
        ...(this.rejections.path ? { rejections: this.rejections.path } : {}),
      };
      await this.recordEnd(result);
      return result;
    } finally {
      await this.rejections.close();
    }
  }

  private async stage() {
    const progress = { bytesRead: 0, bytesTotal: 0 };
    return stageFile(
      this.given.database,
      {
        id: this.runId,
        mapping: this.mapping,
        file: this.request.file,
        now: this.startedAt,
      },
      progress,
      (rejections) => this.rejections.add(rejections),
      ({ read }) => this.report('reading', progress.bytesRead, progress.bytesTotal, read),
    );
  }

  private async write(rows: number) {
    const { database, events, keys, clock } = this.given;
    const dependencies = { events, keys, numbers: new CaseNumbers(database) };
    const run = { id: this.runId, mapping: this.mapping.name };
    await analyseRows(database);
    const total = await countPending(database, run.mapping);
    const sum = { cases: 0, events: 0, refusedRows: 0 };
    let after = '';
    let casesAtOnce = mostCasesAtOnce;
    for (let done = 0; ;) {
      const staged = await pendingRows(database, run.mapping, after, casesAtOnce);
      if (staged.size === 0) return sum;
      const began = performance.now();
      let counts: ChunkCounts;
      try {
        counts = await database.transaction((tx) =>
          importChunk(tx, dependencies, run, staged, clock.now()),
        );
      } catch (error) {
        if (staged.size === 1) throw error;
        casesAtOnce = Math.ceil(staged.size / 4);
        continue;
      }
      const isSlow = performance.now() - began > slowMs;
      casesAtOnce = isSlow
        ? Math.ceil(casesAtOnce / 2)
        : Math.min(mostCasesAtOnce, casesAtOnce + 5);
      this.given.signal?.fire(database.schema);
      await this.rejections.add(counts.refusedRows);
      sum.cases += counts.cases;
      sum.events += counts.events;
      sum.refusedRows += counts.refusedRows.length;
      after = [...staged.keys()].at(-1)!;
      done += staged.size;
      this.report('writing', done, total, rows);
    }
  }

  private async judge(rows: number): Promise<number> {
    const { database, clock } = this.given;
    const goLive = this.request.goLive ?? false;
    if (this.request.asOf === undefined && !goLive) return 0;
    const asOf = this.request.asOf ?? clock.now();
    const said = { asOf: new Date(asOf).toISOString(), ...(goLive ? { goLive } : {}) };
    for (let judged = 0; ;) {
      const taken = await database.transaction(async (tx) => {
        const caseIds = await takeUnjudged(tx, this.mapping.name, asOf, goLive, mostCasesAtOnce);
        const cases = caseIds.map((caseId) => ({
          imported: { caseId },
          following: [historyEvent(caseId, asOf, said)],
        }));
        await appendMore(tx, this.given, cases, clock.now());
        return caseIds.length;
      });
      if (taken === 0) return judged;
      this.given.signal?.fire(database.schema);
      judged += taken;
      this.report('judging', judged, judged, rows);
    }
  }

  private async recordStart(): Promise<void> {
    const { asOf, goLive, file } = this.request;
    await this.given.database.query(
      `INSERT INTO import_runs (id, mapping, file, as_of, go_live, started_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        this.runId,
        this.mapping.name,
        basename(file),
        asOf === undefined ? null : new Date(asOf).toISOString(),
        goLive ?? false,
        new Date(this.startedAt).toISOString(),
      ],
    );
  }

  private async recordEnd(result: ImportResult): Promise<void> {
    await this.given.database.query(
      'UPDATE import_runs SET finished_at = $2, outcome = $3 WHERE id = $1',
      [this.runId, new Date(this.given.clock.now()).toISOString(), JSON.stringify(result)],
    );
  }

  private report(phase: ImportProgress['phase'], done: number, total: number, rows: number): void {
    this.request.onProgress?.({ phase, done, total, rows });
  }
}

/** The list of rejected rows: line, field and reason, never what the row says. Made with the first. */
class RejectionFile {
  path?: string;
  private stream?: WriteStream;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  async add(rejections: Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    if (!this.stream) {
      await mkdir(this.folder, { recursive: true });
      this.path = join(this.folder, this.name);
      this.stream = createWriteStream(this.path);
      this.stream.write('line,field,reason\n');
    }
    const text = rejections.map(({ line, field, reason }) => csvLine([`${line}`, field, reason]));
    if (!this.stream.write(text.join(''))) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await once(this.stream, 'finish');
  }
}

function csvLine(cells: string[]): string {
  return `${cells.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}
