/** How a list is held while somebody reaches into it. */
export interface Hold<T> {
  /** Its members, by their keys, in the places where they were seen. */
  keys: readonly string[];
  /** What becomes of those that came since: all follow below, all wait, or only those wait that came above. */
  newcomers: 'follow' | 'wait' | 'wait-above';
  /** Members as they were seen, where those that have left the list stay in sight. */
  seen?: readonly T[];
}

/** A list as somebody looks at it, and how many of its members are not shown to them yet. */
export interface HeldList<T> {
  shown: readonly T[];
  waiting: number;
}

/** What is listed in the places where somebody saw it, each member as it is now. Nothing moves under a pointer. */
export function holdList<T>(
  listed: readonly T[],
  keyOf: (member: T) => string,
  hold: Hold<T> | undefined,
): HeldList<T> {
  if (!hold) return { shown: listed, waiting: 0 };
  const byKey = new Map([...(hold.seen ?? []), ...listed].map((member) => [keyOf(member), member]));
  const isHeld = new Set(hold.keys);
  const inPlace = hold.keys.flatMap((key) => byKey.get(key) ?? []);
  const last = listed.findLastIndex((member) => isHeld.has(keyOf(member)));
  const follows = {
    follow: () => true,
    wait: () => false,
    'wait-above': (at: number) => at > last,
  };
  const came = listed.filter((member) => !isHeld.has(keyOf(member)));
  const following = listed.filter(
    (member, index) => !isHeld.has(keyOf(member)) && follows[hold.newcomers](index),
  );
  return { shown: [...inPlace, ...following], waiting: came.length - following.length };
}
