import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { organisationBody } from '#contracts';
import { zodProblem } from '#platform';
import { readDefinitions, type Definition } from '../domain/directory-bodies.js';

/** What is wrong with a file, and where. */
export interface LineProblem {
  /** Absent where the whole is at fault. */
  line?: number;
  /** The column; '' where the whole line is at fault. */
  path: string;
  rule: string;
  message: string;
}

/** The file cannot be loaded; nothing of it was. Every problem names its line and column. */
export class OrganisationFileError extends Error {
  override readonly name = 'OrganisationFileError';
  constructor(readonly problems: readonly LineProblem[]) {
    super(problems.slice(0, 20).map(sentenceOf).join('\n') + (problems.length > 20 ? '\n…' : ''));
  }
}

/** A line of the file, and what it defines. */
export interface DefinedLine {
  line: number;
  path: string;
  definition: Definition;
}

const lists = {
  unit: 'units',
  agent: 'agents',
  category: 'categories',
  product: 'products',
} as const;
const columns = ['kind', 'code', 'nameZh', 'nameEn', 'parent', 'unit', 'roles', 'active'] as const;
type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string>>;
type RowProblem = Omit<LineProblem, 'line'>;

const required: readonly Column[] = ['kind', 'code'];
const truths: Record<string, boolean> = { '': true, true: true, false: false };

/**
 * Units, agents, categories and products from the bytes of a CSV file with a column for each of their fields.
 * @throws OrganisationFileError listing every line that is none
 */
export async function readOrganisationCsv(source: Readable): Promise<DefinedLine[]> {
  const incoming: DefinedLine[] = [];
  const problems: LineProblem[] = [];
  const parser = parse({ bom: true, columns: checkHeader, info: true, trim: true });
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      const { lines: line } = info;
      const read = readRow(record);
      if ('definition' in read) incoming.push({ line, path: `line ${line}`, ...read });
      else problems.push(...read.problems.map((problem) => ({ line, ...problem })));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `is no CSV: ${error.code}`;
    throw new OrganisationFileError([
      { line: Number(error['lines']), path: '', rule: 'malformed', message },
    ]);
  }
  if (problems.length > 0) throw new OrganisationFileError(problems);
  return incoming;
}

interface CsvRecord {
  record: Row;
  info: { lines: number };
}

const sentenceOf = ({ line, path, message }: LineProblem): string =>
  [...(line === undefined ? [] : [`line ${line}`]), ...(path === '' ? [] : [path]), message].join(
    ': ',
  );

function checkHeader(header: string[]): string[] {
  const unknown = header.filter((name) => !(columns as readonly string[]).includes(name));
  const absent = required.filter((name) => !header.includes(name));
  const problems = [
    ...unknown.map((path) => ({
      ...{ line: 1, path, rule: 'unknown-field' },
      message: `no such column; there are ${columns.join(', ')}`,
    })),
    ...absent.map((path) => ({
      ...{ line: 1, path, rule: 'required' },
      message: 'the column is missing',
    })),
  ];
  if (problems.length > 0) throw new OrganisationFileError(problems);
  return header;
}

function readRow(row: Row): { definition: Definition } | { problems: RowProblem[] } {
  const kind = row.kind as keyof typeof lists;
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (!list) {
    const message = `is none of ${Object.keys(lists).join(', ')}`;
    return { problems: [{ path: 'kind', rule: 'invalid-value', message }] };
  }
  const active = truths[(row.active ?? '').toLowerCase()];
  if (active === undefined) {
    const message = 'is neither true nor false';
    return { problems: [{ path: 'active', rule: 'invalid-value', message }] };
  }
  const parsed = organisationBody.safeParse(
    { [list]: [entryOf(kind, row, active)] },
    { reportInput: true },
  );
  if (parsed.success) return { definition: readDefinitions(parsed.data)[0]!.definition };
  const problems = zodProblem(parsed.error).errors ?? [];
  return { problems: problems.map((problem) => ({ ...problem, path: columnAt(problem.path) })) };
}

const columnOf: Record<string, Column> = {
  agentId: 'code',
  'name.zh': 'nameZh',
  'name.en': 'nameEn',
};

/** The column that a field of the body is read from: `units[0].name.zh` is `nameZh`. */
function columnAt(path: string): string {
  const field = path.replace(/^\w+\[0\]\.?/, '');
  return columnOf[field] ?? /^\w*/.exec(field)![0];
}

/** One name serves for both languages where the other is empty. */
function entryOf(kind: keyof typeof lists, row: Row, active: boolean): object {
  const { code, nameZh, nameEn, parent, unit, roles } = row;
  if (kind === 'agent') {
    const named = (roles ?? '').split(/[\s|;]+/).filter((name) => name !== '');
    return { agentId: code, unit, roles: named, active };
  }
  const name = { zh: nameZh || nameEn || '', en: nameEn || nameZh || '' };
  return { code, name, ...(parent && { parent }), active };
}
