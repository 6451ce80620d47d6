import type { EventStore } from '#eventing';
import type { Clock, Database } from '#platform';
import { defineOrganisation } from './define-organisation.js';

/** A complaint whose kind nobody knows yet is filed under `unclassified`. */
export async function defineUnclassified(runtime: {
  database: Database;
  events: EventStore;
  clock: Clock;
}): Promise<void> {
  const definition = {
    kind: 'category' as const,
    code: 'unclassified',
    name: { zh: '未分类', en: 'Unclassified' },
    parent: null,
    unit: null,
    roles: null,
    active: true,
  };
  const { database, events, clock } = runtime;
  await database.transaction(async (tx) => {
    const [existing] = await tx.query(
      `SELECT 1 FROM directory WHERE kind = 'category' AND code = 'unclassified'`,
    );
    if (existing) return;
    const incoming = [{ path: 'categories.0', definition }];
    await defineOrganisation(tx, events, incoming, { actor: 'system' }, clock.now());
  });
}
