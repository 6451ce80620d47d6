/** A list as somebody looks at it, and how many of its members are not shown to them yet. */
export interface HeldList<T> {
  shown: T[];
  waiting: number;
}

/**
 * What is listed in the places where somebody saw it: whoever reaches for a case finds it there. What has left the
 * list is gone, what has come to it waits.
 */
export function inHeldPlaces<T extends { id: string }>(
  listed: readonly T[],
  heldIds: readonly string[] | undefined,
): HeldList<T> {
  if (!heldIds) return { shown: [...listed], waiting: 0 };
  const byId = new Map(listed.map((one) => [one.id, one]));
  const shown = heldIds.flatMap((id) => byId.get(id) ?? []);
  return { shown, waiting: listed.length - shown.length };
}
