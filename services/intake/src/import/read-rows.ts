import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { readColumns, type ImportMapping } from '../domain/import-mapping.js';
import type { SourceRow } from '../domain/interpret-row.js';
import { MappingError } from './load-mapping.js';

export type ReadRow =
  | { line: number; row: SourceRow; cells: readonly string[]; problem?: undefined }
  | { line: number; problem: string };
export interface ReadProgress {
  bytesRead: number;
  bytesTotal: number;
}

/** A record longer than this is a lost quote, not a row. */
const longestRecordCharacters = 1_000_000;

/**
 * Streams the rows of a CSV file, gzip-compressed or not (told by its first bytes). Memory does not
 * grow with the file. A row that is no CSV or has too few or many columns comes as a problem.
 * @throws MappingError when the file lacks a column of the mapping
 */
export async function* readRows(
  file: string,
  mapping: ImportMapping,
  progress: ReadProgress,
): AsyncGenerator<ReadRow> {
  progress.bytesTotal = (await stat(file)).size;
  const isCompressed = await isGzip(file);
  const source = createReadStream(file);
  const skipped: ReadRow[] = [];
  const parser = parse({
    bom: true,
    delimiter: mapping.delimiter,
    info: true,
    // Both at once: files that were put together from several have both.
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRecordCharacters,
    on_skip: (error) => {
      if (error) skipped.push({ line: lineOf(error), problem: `is no CSV: ${error.code}` });
    },
  });
  const whole = isCompressed
    ? pipeline(source, createGunzip(), parser, ignore)
    : pipeline(source, parser, ignore);
  // Listening starts the flow: only when the pipeline stands.
  source.on('data', (chunk) => (progress.bytesRead += chunk.length));
  let header: string[] | undefined;
  for await (const { record, info } of whole as AsyncIterable<CsvRecord>) {
    yield* skipped.splice(0);
    if (!header) {
      header = record.map((name) => name.trim());
      checkHeader(header, mapping);
    } else if (record.length !== header.length) {
      const problem = `has ${record.length} columns instead of ${header.length}`;
      yield { line: info.lines, problem };
    } else {
      const row = Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
      yield { line: info.lines, row, cells: record };
    }
  }
  yield* skipped;
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function checkHeader(header: string[], mapping: ImportMapping): void {
  const absent = readColumns(mapping).filter((column) => !header.includes(column));
  if (absent.length > 0) {
    throw new MappingError(`the file lacks the columns ${absent.join(', ')}`);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function lineOf(error: CsvError): number {
  const lines: unknown = error['lines'];
  return typeof lines === 'number' ? lines : 0;
}

/** An error of the pipeline reaches the reader through the parser, which it destroys. */
function ignore(): void {}
