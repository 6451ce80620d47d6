import type { QueryKey } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import type { ProblemBody } from '../../../api/problem.js';
import { CustomerFileError, readCustomersCsv } from './read-customers-csv.js';
import type { CustomerLine, FileRule } from './read-customers-csv.js';

export type ImportKind = 'organisation' | 'customers';
export const outcomes = ['created', 'changed', 'same', 'refused'] as const;

/** What became of a line of a file, or would. */
export interface ImportedLine {
  line: number;
  /** Whom or what it is about, without personal data. */
  what: string;
  outcome: (typeof outcomes)[number];
  problems: readonly { path: string; rule: string; message: string }[];
}

interface How {
  /** Only says what would become of each line. */
  dryRun: boolean;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  /** Of what is found here; the server says the rest. */
  wordsOf: (rule: FileRule) => string;
}
interface Importer {
  run: (text: string, how: How) => Promise<ImportedLine[]>;
  /** Nothing is written while a line is refused. */
  isWhole: boolean;
  stale: readonly QueryKey[];
}

const customersPerRequest = 500;

export const importers: Record<ImportKind, Importer> = {
  organisation: { run: takeOrganisation, isWhole: true, stale: [['organisation']] },
  customers: { run: takeCustomers, isWhole: false, stale: [] },
};

async function takeOrganisation(csv: string, { dryRun }: How): Promise<ImportedLine[]> {
  try {
    const body = { csv, dryRun };
    const { rows } = await bodyOf(api.POST('/api/v1/organisation/imports', { body }));
    return rows.map(({ line, kind, code, outcome }) => ({
      ...{ line, outcome, what: `${kind} ${code}` },
      problems: [],
    }));
  } catch (error) {
    const refused = refusedLines(error);
    if (!refused) throw error;
    return refused;
  }
}

/** undefined where something else is wrong than lines of the file. */
function refusedLines(error: unknown): ImportedLine[] | undefined {
  if (!(error instanceof ApiProblem) || error.kind !== 'validation') return undefined;
  const byLine = new Map<number, ImportedLine>();
  for (const { line, ...problem } of error.body.errors ?? []) {
    if (line === undefined) return undefined;
    const problems = [...(byLine.get(line)?.problems ?? []), problem];
    byLine.set(line, { line, what: '', outcome: 'refused', problems });
  }
  return byLine.size === 0 ? undefined : [...byLine.values()];
}

async function takeCustomers(text: string, how: How): Promise<ImportedLine[]> {
  const lines = linesOf(text, how);
  if (!Array.isArray(lines)) return lines.refused;
  const done: ImportedLine[] = [];
  for (let from = 0; from < lines.length; from += customersPerRequest) {
    done.push(...(await send(lines.slice(from, from + customersPerRequest), how.dryRun)));
    how.onProgress(done.length / lines.length);
  }
  return done;
}

function linesOf(text: string, { wordsOf }: How): CustomerLine[] | { refused: ImportedLine[] } {
  try {
    return readCustomersCsv(text);
  } catch (error) {
    if (!(error instanceof CustomerFileError)) throw error;
    const refused = error.problems.map(({ line, path, rule }) => ({
      ...{ line, what: '', outcome: 'refused' as const },
      problems: [{ path, rule, message: wordsOf(rule) }],
    }));
    return { refused };
  }
}

async function send(lines: readonly CustomerLine[], dryRun: boolean): Promise<ImportedLine[]> {
  const customers = lines.map(({ customer }) => customer);
  const body = { customers, dryRun };
  const { items } = await bodyOf(api.POST('/api/v1/customers/imports', { body }));
  return items.map(({ index, outcome, customerId, problem }) => ({
    line: lines[index]!.line,
    what: customerId ?? '',
    outcome,
    problems: (problem as ProblemBody | undefined)?.errors ?? [],
  }));
}
