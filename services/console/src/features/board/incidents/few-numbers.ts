/** As many numbers as somebody reads in one sentence. */
const mostNamed = 20;

/** The first of many by their names, and how many more there are. */
export function fewOf(names: readonly string[]): { named: readonly string[]; more: number } {
  const named = names.slice(0, mostNamed);
  return { named, more: names.length - named.length };
}
