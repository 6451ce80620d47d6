import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { OrganisationImportView } from '#contracts';
import type { EventStore, LogSignal } from '#eventing';
import { Problem, type Clock, type Database } from '#platform';
import { countChanged, defineOrganisation, planDefinitions } from './define-organisation.js';
import { OrganisationFileError, readOrganisationCsv } from './read-organisation-csv.js';
import type { LineProblem } from './read-organisation-csv.js';

export interface OrganisationImport {
  /** Lines of the file. */
  read: number;
  /** What was created or changed; the rest was so already. */
  changed: number;
}
interface Given {
  database: Database;
  events: EventStore;
  clock: Clock;
  signal?: LogSignal;
}

/**
 * Loads the organisation from a CSV file, all of it or nothing. Loading it again changes nothing.
 * @throws OrganisationFileError naming every line at fault
 */
export async function importOrganisation(given: Given, file: string): Promise<OrganisationImport> {
  const source = createReadStream(file);
  const { read, changed } = await takeOrganisation(given, source, { actor: 'import' });
  return { read, changed };
}

/**
 * The same from the bytes of a file, and what became of each line; `dryRun` only says what would.
 * @throws OrganisationFileError naming every line at fault
 */
export async function takeOrganisation(
  { database, events, clock, signal }: Given,
  source: Readable,
  headers: Record<string, string>,
  { dryRun = false } = {},
): Promise<OrganisationImportView> {
  const incoming = await readOrganisationCsv(source);
  try {
    const outcomes = dryRun
      ? await planDefinitions(database, incoming)
      : await database.transaction((tx) =>
          defineOrganisation(tx, events, incoming, headers, clock.now()),
        );
    const changed = countChanged(outcomes);
    if (changed > 0 && !dryRun) signal?.fire(database.schema);
    const rows = incoming.map(({ line, definition: { kind, code } }, index) => ({
      ...{ line, kind, code },
      outcome: outcomes[index]!,
    }));
    return { read: incoming.length, changed, rows };
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    const lines = new Map(incoming.map(({ path, line }) => [path, line]));
    throw new OrganisationFileError(error.errors.map((problem) => onLine(problem, lines)));
  }
}

/** `line 3.parent` as the column `parent` of line 3. */
function onLine(problem: LineProblem, lines: ReadonlyMap<string, number>): LineProblem {
  const [at = '', column = ''] = problem.path.split('.');
  const line = lines.get(at);
  return line === undefined ? problem : { ...problem, line, path: column };
}
