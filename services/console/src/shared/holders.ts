/** What holds a list in the order in which somebody sees it. */
export type Holder = 'pointer' | 'focus';

export interface Held {
  holders: readonly Holder[];
  /** Of the members of the list, in the order that is held. */
  keys: readonly string[];
}

/** The first one holds the list as it is; whoever joins holds what is held. */
export function heldBy(held: Held | undefined, holder: Holder, keys: readonly string[]): Held {
  if (!held) return { holders: [holder], keys };
  return held.holders.includes(holder) ? held : { ...held, holders: [...held.holders, holder] };
}

/** The list is free when the last one has left it. */
export function leftBy(held: Held | undefined, holder: Holder): Held | undefined {
  if (!held?.holders.includes(holder)) return held;
  const holders = held.holders.filter((one) => one !== holder);
  return holders.length > 0 ? { ...held, holders } : undefined;
}
