interface Page {
  ids: readonly string[];
  /** The query of the page after it; absent where it is the last. */
  more?: string;
}

/**
 * The list that goes on behind the cases that are known, up to the next page with one that is not: a case that moved in
 * the order meanwhile comes twice. `next` is absent where the list ends.
 */
export async function readOn(
  known: readonly string[],
  more: string,
  read: (query: string) => Promise<Page>,
): Promise<Page & { next?: string }> {
  const page = await read(more);
  const fresh = page.ids.filter((id) => !known.includes(id));
  const [next] = fresh;
  if (next === undefined && page.more !== undefined) return readOn(known, page.more, read);
  return {
    ids: [...known, ...fresh],
    ...(page.more !== undefined && { more: page.more }),
    ...(next !== undefined && { next }),
  };
}
