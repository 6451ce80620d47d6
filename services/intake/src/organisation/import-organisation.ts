import type { EventStore, LogSignal } from '#eventing';
import { Problem, type Clock, type Database } from '#platform';
import { defineOrganisation } from './define-organisation.js';
import { OrganisationFileError, readOrganisationCsv } from './read-organisation-csv.js';

export interface OrganisationImport {
  /** Lines of the file. */
  read: number;
  /** What was created or changed; the rest was so already. */
  changed: number;
}

/**
 * Loads the organisation from a CSV file, all of it or nothing. Loading it again changes nothing.
 * @throws OrganisationFileError naming every line at fault
 */
export async function importOrganisation(
  given: { database: Database; events: EventStore; clock: Clock; signal?: LogSignal },
  file: string,
): Promise<OrganisationImport> {
  const incoming = await readOrganisationCsv(file);
  const { database, events, clock, signal } = given;
  try {
    const headers = { actor: 'import' };
    const changed = await database.transaction((tx) =>
      defineOrganisation(tx, events, incoming, headers, clock.now()),
    );
    if (changed > 0) signal?.fire(database.schema);
    return { read: incoming.length, changed };
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    throw new OrganisationFileError(
      error.errors.map(({ path, message }) => `${path.replace('.', ': ')}: ${message}`),
    );
  }
}
