interface Entry {
  code: string;
  parent?: string;
}

export type Branch<E> = E & { children?: Branch<E>[] };

/**
 * Entries below those they belong to, in the order they came. What belongs to nothing known stands at the top, and
 * so does one of a ring: nothing is ever left out.
 */
export function treeOf<E extends Entry>(entries: readonly E[]): Branch<E>[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const below = new Map<string | undefined, E[]>();
  for (const entry of entries) {
    const key = isUnderItself(entry, byCode) ? undefined : parentOf(entry, byCode)?.code;
    const siblings = below.get(key);
    if (siblings) siblings.push(entry);
    else below.set(key, [entry]);
  }
  const grow = (code: string | undefined): Branch<E>[] =>
    (below.get(code) ?? []).map((entry) => {
      const children = grow(entry.code);
      return { ...entry, ...(children.length > 0 && { children }) };
    });
  return grow(undefined);
}

function parentOf<E extends Entry>({ parent }: E, byCode: Map<string, E>): E | undefined {
  return parent === undefined ? undefined : byCode.get(parent);
}

function isUnderItself<E extends Entry>(entry: E, byCode: Map<string, E>): boolean {
  const seen = new Set<string>();
  for (let one = parentOf(entry, byCode); one; one = parentOf(one, byCode)) {
    if (one.code === entry.code) return true;
    if (seen.has(one.code)) return false;
    seen.add(one.code);
  }
  return false;
}
