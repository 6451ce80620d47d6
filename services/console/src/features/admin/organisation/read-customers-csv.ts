import { CsvError, parse } from 'csv-parse/browser/esm/sync';

const columns = ['name', 'phone', 'email', 'tier'] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['name', 'phone'];

/** A line of a file, as the API takes a customer; what is empty is left out. */
export interface CustomerLine {
  line: number;
  customer: Partial<Record<Column, string>>;
}
export type FileRule = 'malformed' | 'unknown-field' | 'required';
/** What makes a file none that customers can be read from. */
export interface FileProblem {
  line: number;
  /** The column; '' where the whole line is at fault. */
  path: string;
  rule: FileRule;
}

export class CustomerFileError extends Error {
  override readonly name = 'CustomerFileError';
  constructor(readonly problems: readonly FileProblem[]) {
    super('the file has no customers that can be read');
  }
}

/**
 * Customers from CSV, under the same rules of writing as the organisation's file; whether each is one, the server says.
 * @throws CustomerFileError naming columns that are missing or unknown, or the line that is no CSV
 */
export function readCustomersCsv(text: string): CustomerLine[] {
  try {
    const records: unknown = parse(text, {
      bom: true,
      columns: checkHeader,
      info: true,
      // Around quotes; what stands within them is trimmed below.
      trim: true,
    });
    return (records as CsvRecord[]).map(({ record, info }) => ({
      line: info.lines,
      customer: Object.fromEntries(
        Object.entries(record)
          .map(([name, value]) => [name, value.trim()])
          .filter(([, value]) => value !== ''),
      ),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines']);
    throw new CustomerFileError([{ line, path: '', rule: 'malformed' }]);
  }
}

interface CsvRecord {
  record: Record<Column, string>;
  info: { lines: number };
}

function checkHeader(header: string[]): string[] {
  const unknown = header.filter((name) => !(columns as readonly string[]).includes(name));
  const absent = required.filter((name) => !header.includes(name));
  const problems: FileProblem[] = [
    ...unknown.map((path) => ({ line: 1, path, rule: 'unknown-field' as const })),
    ...absent.map((path) => ({ line: 1, path, rule: 'required' as const })),
  ];
  if (problems.length > 0) throw new CustomerFileError(problems);
  return header;
}
