import { AgentDefined, CategoryDefined, ProductDefined, UnitDefined } from '#contracts';
import type { EventStore, NewEvent } from '#eventing';
import { newId, Problem, type Tx } from '#platform';
import { findDirectoryErrors, type Definition } from '../domain/directory-bodies.js';
import type { DirectoryKind } from '../domain/filing-item.js';
import { readHeads } from '../stream-heads.js';
import { entryKey, listDirectory, lockDirectory, saveEntries } from './directory.js';

const definitions = {
  unit: UnitDefined,
  agent: AgentDefined,
  category: CategoryDefined,
  product: ProductDefined,
} as const satisfies Record<DirectoryKind, unknown>;

/**
 * Creates or replaces units, agents, categories and products in one transaction, all or none.
 * What is already so is left alone and makes no event. Returns how many changed.
 * @throws Problem validation naming each dangling parent or unit, circle or repeated code
 */
export async function defineOrganisation(
  tx: Tx,
  events: EventStore,
  incoming: { path: string; definition: Definition }[],
  headers: Record<string, string>,
  now: number,
): Promise<number> {
  await lockDirectory(tx);
  const known = await listDirectory(tx);
  const errors = findDirectoryErrors(incoming, known);
  if (errors.length > 0) throw new Problem('validation', { errors });
  const before = new Map(known.map((entry) => [entryKey(entry.kind, entry.code), entry]));
  const changed = incoming
    .map(({ definition }) => definition)
    .filter((entry) => !isSame(entry, before.get(entryKey(entry.kind, entry.code))));
  if (changed.length === 0) return 0;
  const heads = await readHeads(tx, changed.map(streamOf));
  events.append(
    tx,
    changed.map((entry, index) => ({
      head: heads[index]!,
      events: [definedEvent(entry, headers, now)],
    })),
  );
  await saveEntries(tx, changed);
  return changed.length;
}

function streamOf(entry: Definition): string {
  return `${entry.kind}-${entry.code}`;
}

function definedEvent(entry: Definition, headers: Record<string, string>, now: number): NewEvent {
  const { type, topic } = definitions[entry.kind];
  const data =
    entry.kind === 'agent'
      ? { agentId: entry.code, unit: entry.unit, roles: entry.roles, active: entry.active }
      : {
          code: entry.code,
          name: entry.name,
          parent: entry.parent ?? undefined,
          active: entry.active,
        };
  return { id: newId(now), type, topic, key: streamOf(entry), data, occurredAt: now, headers };
}

function isSame(a: Definition, b: Definition | undefined): boolean {
  return (
    b !== undefined &&
    a.parent === b.parent &&
    a.unit === b.unit &&
    a.active === b.active &&
    a.name?.zh === b.name?.zh &&
    a.name?.en === b.name?.en &&
    JSON.stringify(a.roles) === JSON.stringify(b.roles)
  );
}
