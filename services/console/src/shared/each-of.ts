export interface Settled<Item, Result> {
  item: Item;
  result?: Result;
  error?: unknown;
}

/** As many requests as a browser makes to one server side by side. */
const sideBySide = 6;

/** Does something for each item, a few at a time; answers in their order, and goes on where one fails. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Settled<Item, Result>[]> {
  const settled: Settled<Item, Result>[] = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      settled[index] = await act(item).then(
        (result) => ({ item, result }),
        (error: unknown) => ({ item, error }),
      );
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return settled;
}
