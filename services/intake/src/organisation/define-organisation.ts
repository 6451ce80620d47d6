import { AgentDefined, CategoryDefined, ProductDefined, UnitDefined } from '#contracts';
import type { EventStore, NewEvent } from '#eventing';
import { newId, Problem, type Queries, type Tx } from '#platform';
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

export type DefinitionOutcome = 'created' | 'changed' | 'same';
export type DefinitionId = Pick<Definition, 'kind' | 'code'>;
interface Incoming {
  /** Where a problem of it is found. */
  path: string;
  definition: Definition;
}

/**
 * What would become of each, given what is defined already.
 * @throws Problem validation naming each dangling parent or unit, circle or repeated code
 */
export async function planDefinitions(
  queries: Queries,
  incoming: readonly Incoming[],
): Promise<DefinitionOutcome[]> {
  const known = await listDirectory(queries);
  const errors = findDirectoryErrors(incoming, known);
  if (errors.length > 0) throw new Problem('validation', { errors });
  const before = new Map(known.map((entry) => [entryKey(entry.kind, entry.code), entry]));
  return incoming.map(({ definition }) => {
    const existing = before.get(entryKey(definition.kind, definition.code));
    if (!existing) return 'created';
    return isSame(definition, existing) ? 'same' : 'changed';
  });
}

/**
 * Creates or replaces units, agents, categories and products in one transaction, all or none.
 * What is already so is left alone and makes no event. Returns what became of each.
 * @throws Problem validation as `planDefinitions`
 */
export async function defineOrganisation(
  tx: Tx,
  events: EventStore,
  incoming: readonly Incoming[],
  headers: Record<string, string>,
  now: number,
): Promise<DefinitionOutcome[]> {
  await lockDirectory(tx);
  const outcomes = await planDefinitions(tx, incoming);
  const changed = incoming
    .map(({ definition }) => definition)
    .filter((_, index) => outcomes[index] !== 'same');
  if (changed.length === 0) return outcomes;
  const heads = await readHeads(tx, changed.map(streamOf));
  events.append(
    tx,
    changed.map((entry, index) => ({
      head: heads[index]!,
      events: [definedEvent(entry, headers, now)],
    })),
  );
  await saveEntries(tx, changed);
  return outcomes;
}

/** How many were created or changed. */
export const countChanged = (outcomes: readonly DefinitionOutcome[]): number =>
  outcomes.filter((outcome) => outcome !== 'same').length;

/** The stream of everything that something of the organisation was ever defined as. */
export function streamOf({ kind, code }: DefinitionId): string {
  return `${kind}-${code}`;
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

function isSame(a: Definition, b: Definition): boolean {
  return (
    a.parent === b.parent &&
    a.unit === b.unit &&
    a.active === b.active &&
    a.name?.zh === b.name?.zh &&
    a.name?.en === b.name?.en &&
    JSON.stringify(a.roles) === JSON.stringify(b.roles)
  );
}
