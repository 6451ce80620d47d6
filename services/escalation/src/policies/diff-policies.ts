import { isDeepStrictEqual } from 'node:util';
import type { PolicyDiffView } from '#contracts';
import type { Policy } from '#sla';

type Change = PolicyDiffView['changes'][number];

/** What one policy changed of another, by path; members of lists are told apart by what names them. */
export function diffPolicies(from: Policy, to: Policy): Change[] {
  return changesOf({ ...from, version: 0 }, { ...to, version: 0 }, '');
}

function changesOf(before: unknown, after: unknown, path: string): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined) return [{ path, change: 'added', before: null, after }];
  if (after === undefined) return [{ path, change: 'removed', before, after: null }];
  const [old, fresh] = [membersOf(before), membersOf(after)];
  if (!old || !fresh) return [{ path, change: 'replaced', before, after }];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  const changes = names.flatMap((name) =>
    changesOf(old.get(name), fresh.get(name), path === '' ? name : `${path}.${name}`),
  );
  // The same members in another order: rules are tried in order, so it matters.
  return changes.length > 0 ? changes : [{ path, change: 'replaced', before, after }];
}

/** Members by name: fields of an object, named items of a list; undefined for plain values and plain lists. */
function membersOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((item: unknown) => [nameOf(item), item] as const);
  const names = new Set(named.map(([name]) => name));
  if (names.has(undefined) || names.size < value.length) return undefined;
  return new Map(named as [string, unknown][]);
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, version, kind, stage } = item as Record<string, unknown>;
  if (typeof id === 'string') return version === undefined ? id : `${id}@${String(version)}`;
  if (typeof kind === 'string') return stage === undefined ? kind : `${kind}:${String(stage)}`;
  return undefined;
}
