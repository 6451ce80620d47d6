import { createReadStream, existsSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import type { RecordedClockView } from '#contracts';
import { fromRecordedCells, recordedClock, recordedColumns, RecordedRowError } from '#sla';
import type { RecordedCells, RecordedClock } from '#sla';
import { loadMapping, MappingError } from '../../../intake/src/import/load-mapping.js';
import { readRecordedCases } from '../../../intake/src/import/recorded-cases.js';
import type { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';

/** Recorded clocks one after the other, and how far the reading is. */
export interface ClockSource {
  clocks: AsyncIterable<RecordedClock>;
  /** Bytes, where the whole is known. */
  progress: { bytesRead: number; bytesTotal: number };
  /** Rows of the file that no clock comes of. */
  rejected(): number;
}

const casesAtOnce = 1_000;

/** The clocks of the running Clearline, a page of cases at a time. */
export function clocksOfProduct(api: ApiClient): ClockSource {
  async function* clocks(): AsyncGenerator<RecordedClock> {
    for (let after: string | null = ''; after !== null;) {
      const query = new URLSearchParams({ limit: String(casesAtOnce), ...(after && { after }) });
      const page: { items: RecordedClockView[]; next: string | null } = await api.get(
        `/api/v1/clocks?${query.toString()}`,
      );
      for (const item of page.items) yield fromView(item);
      after = page.next;
    }
  }
  return { clocks: clocks(), progress: { bytesRead: 0, bytesTotal: 0 }, rejected: () => 0 };
}

function fromView({ dimensions, pauses, startedAt, stoppedAt, dueAt, ...row }: RecordedClockView) {
  return recordedClock.parse({
    ...row,
    facts: dimensions,
    startedAt: Date.parse(startedAt),
    dueAt: Date.parse(dueAt),
    ...(stoppedAt && { stoppedAt: Date.parse(stoppedAt) }),
    ...(pauses && {
      pauses: pauses.map(({ from, to, reason }) => ({
        from: Date.parse(from),
        ...(to && { to: Date.parse(to) }),
        reason,
      })),
    }),
  });
}

/** A CSV file of recorded clocks, as `--save` writes it; gzip-compressed where its name says so. */
export function clocksOfRows(file: string): ClockSource {
  const progress = { bytesRead: 0, bytesTotal: sizeOf(file) };
  async function* clocks(): AsyncGenerator<RecordedClock> {
    const source = createReadStream(file);
    source.on('data', (chunk) => (progress.bytesRead += chunk.length));
    const parser = parse({ columns: checkedHeader, skip_empty_lines: true, info: true });
    const rows = file.endsWith('.gz')
      ? pipeline(source, createGunzip(), parser, ignore)
      : pipeline(source, parser, ignore);
    let line = 1;
    try {
      for await (const { record, info } of rows as AsyncIterable<{
        record: RecordedCells;
        info: { lines: number };
      }>) {
        line = info.lines;
        yield fromRecordedCells(record);
      }
    } catch (error) {
      const isTheirs = error instanceof RecordedRowError || error instanceof CsvError;
      if (isTheirs) throw new CommandFailure(`${file}: line ${line}: ${error.message}`, 2);
      throw error;
    }
  }
  return { clocks: clocks(), progress, rejected: () => 0 };
}

/** Cases of somebody else's file, read through a mapping of imports. */
export async function clocksOfMapping(
  mapping: string,
  file: string,
  given: { kind: string; now: number },
): Promise<ClockSource> {
  const counts = { bytesRead: 0, bytesTotal: sizeOf(file), rows: 0, rejected: 0 };
  try {
    const request = { ...given, file, mapping: await loadMapping(mapping) };
    const clocks = refusing(readRecordedCases(request, counts));
    return { clocks, progress: counts, rejected: () => counts.rejected };
  } catch (error) {
    throw mappingFailure(error);
  }
}

async function* refusing(clocks: AsyncIterable<RecordedClock>): AsyncGenerator<RecordedClock> {
  try {
    yield* clocks;
  } catch (error) {
    throw mappingFailure(error);
  }
}

function mappingFailure(error: unknown): unknown {
  if (!(error instanceof MappingError)) return error;
  return new CommandFailure(error.message.replaceAll(/\n\s*/g, ' '), 2);
}

function checkedHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim().replace(/^\uFEFF/, ''));
  const needed = ['case', 'kind', 'startedAt', 'verdict'];
  const absent = needed.filter((name) => !names.includes(name));
  if (absent.length > 0) {
    const columns = recordedColumns.join(', ');
    throw new RecordedRowError(`there is no column ${absent.join(', ')}; columns are ${columns}`);
  }
  return names;
}

function sizeOf(file: string): number {
  if (existsSync(file)) return statSync(file).size;
  throw new CommandFailure(`${file}: no such file`, 2);
}

/** An error of the pipeline reaches the reader through the parser, which it destroys. */
function ignore(): void {}
