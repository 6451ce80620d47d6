import type { OrganisationBody } from '#contracts';
import type { DirectoryKind, FieldError } from './filing-item.js';

/** One unit, agent, category or product. Trees have a parent, agents a unit and roles. */
export interface Definition {
  kind: DirectoryKind;
  code: string;
  name: { zh: string; en: string } | null;
  parent: string | null;
  unit: string | null;
  roles: string[] | null;
  active: boolean;
}

/** The body as definitions, each with the path that a problem names. */
export function readDefinitions(
  body: OrganisationBody,
): { path: string; definition: Definition }[] {
  const nodes = (kind: DirectoryKind, field: 'units' | 'categories' | 'products') =>
    body[field].map((entry, index) => ({
      path: `${field}[${index}]`,
      definition: {
        kind,
        code: entry.code,
        name: entry.name,
        parent: entry.parent ?? null,
        unit: null,
        roles: null,
        active: entry.active,
      },
    }));
  const agents = body.agents.map((entry, index) => ({
    path: `agents[${index}]`,
    definition: {
      kind: 'agent' as const,
      code: entry.agentId,
      name: null,
      parent: null,
      unit: entry.unit,
      roles: entry.roles,
      active: entry.active,
    },
  }));
  return [
    ...nodes('unit', 'units'),
    ...agents,
    ...nodes('category', 'categories'),
    ...nodes('product', 'products'),
  ];
}

const noneStands = 'none stands for those without one: choose another code';
const ownStands = (code: string) => `${code} stands for whoever asks: choose another code`;

/** What a new code of a unit or an agent must not be, and why: filters of cases mean something else by it. */
const reserved: Partial<Record<Definition['kind'], Readonly<Record<string, string>>>> = {
  unit: { none: noneStands, mine: ownStands('mine') },
  agent: { none: noneStands, me: ownStands('me') },
};

/** Dangling parents and units, circles in a tree, one code twice, a reserved one; `known` is what exists already. */
export function findDirectoryErrors(
  incoming: readonly { path: string; definition: Definition }[],
  known: readonly Definition[],
): FieldError[] {
  const errors: FieldError[] = [];
  const after = new Map(known.map((entry) => [`${entry.kind}/${entry.code}`, entry]));
  const seen = new Set<string>();
  for (const { path, definition } of incoming) {
    const key = `${definition.kind}/${definition.code}`;
    if (seen.has(key))
      errors.push({ path, rule: 'duplicate', message: 'this code is named twice' });
    seen.add(key);
    const message = new Map(Object.entries(reserved[definition.kind] ?? {})).get(definition.code);
    if (message !== undefined && !after.has(key)) errors.push({ path, rule: 'reserved', message });
    after.set(key, definition);
  }
  for (const { path, definition } of incoming) {
    const { kind, parent, unit } = definition;
    if (unit !== null && !after.get(`unit/${unit}`)?.active) {
      errors.push({
        path: `${path}.unit`,
        rule: 'unknown-code',
        message: 'no active unit has this code',
      });
    }
    if (parent === null) continue;
    if (!after.has(`${kind}/${parent}`)) {
      errors.push({
        path: `${path}.parent`,
        rule: 'unknown-code',
        message: `no ${kind} has this code`,
      });
    } else if (isInCircle(definition, after)) {
      errors.push({ path: `${path}.parent`, rule: 'circle', message: 'would be its own ancestor' });
    }
  }
  if (after.get('category/unclassified')?.active === false) {
    errors.push({
      path: 'categories',
      rule: 'required',
      message: 'unclassified always stays active',
    });
  }
  return errors;
}

function isInCircle(start: Definition, entries: Map<string, Definition>): boolean {
  const seen = new Set<string>();
  let current: Definition | undefined = start;
  while (current?.parent) {
    if (seen.has(current.code)) return true;
    seen.add(current.code);
    current = entries.get(`${current.kind}/${current.parent}`);
  }
  return false;
}
