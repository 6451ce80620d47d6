import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { organisationBody } from '#contracts';
import { readDefinitions, type Definition } from '../domain/directory-bodies.js';

/** The file cannot be loaded; nothing of it was. Every problem names its line and column. */
export class OrganisationFileError extends Error {
  override readonly name = 'OrganisationFileError';
  constructor(readonly problems: string[]) {
    super(problems.slice(0, 20).join('\n') + (problems.length > 20 ? '\n…' : ''));
  }
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

const required: readonly Column[] = ['kind', 'code'];
const truths: Record<string, boolean> = { '': true, true: true, false: false };

/**
 * Units, agents, categories and products from a CSV file with a column for each of their fields.
 * @throws OrganisationFileError listing every line that is none
 */
export async function readOrganisationCsv(
  file: string,
): Promise<{ path: string; definition: Definition }[]> {
  const incoming: { path: string; definition: Definition }[] = [];
  const problems: string[] = [];
  const parser = parse({ bom: true, columns: checkHeader, info: true, trim: true });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      const path = `line ${info.lines}`;
      const read = readRow(record);
      if ('definition' in read) incoming.push({ path, definition: read.definition });
      else problems.push(...read.problems.map((problem) => `${path}: ${problem}`));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new OrganisationFileError([`line ${String(error['lines'])}: is no CSV: ${error.code}`]);
  }
  if (problems.length > 0) throw new OrganisationFileError(problems);
  return incoming;
}

interface CsvRecord {
  record: Row;
  info: { lines: number };
}

function checkHeader(header: string[]): string[] {
  const unknown = header.filter((name) => !(columns as readonly string[]).includes(name));
  const absent = required.filter((name) => !header.includes(name));
  const problems = [
    ...unknown.map((name) => `line 1: ${name}: no such column; there are ${columns.join(', ')}`),
    ...absent.map((name) => `line 1: ${name}: the column is missing`),
  ];
  if (problems.length > 0) throw new OrganisationFileError(problems);
  return header;
}

function readRow(row: Row): { definition: Definition } | { problems: string[] } {
  const kind = row.kind as keyof typeof lists;
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (!list) return { problems: [`kind: is none of ${Object.keys(lists).join(', ')}`] };
  const active = truths[(row.active ?? '').toLowerCase()];
  if (active === undefined) return { problems: ['active: is neither true nor false'] };
  const parsed = organisationBody.safeParse({ [list]: [entryOf(kind, row, active)] });
  if (parsed.success) return { definition: readDefinitions(parsed.data)[0]!.definition };
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const field = path.slice(2).map(String);
      return `${columnOf[field.join('.')] ?? field[0] ?? ''}: ${message}`;
    }),
  };
}

const columnOf: Record<string, Column> = {
  agentId: 'code',
  'name.zh': 'nameZh',
  'name.en': 'nameEn',
};

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
