const longest = 150;

/** The name of a file that says what was asked: two exports of different questions are told apart. */
export function fileName(
  main: readonly string[],
  asked: Readonly<Record<string, string | number | undefined>>,
): string {
  const filters = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${value}`],
  );
  // Only what no file system minds.
  const plain = [...main, ...filters].join(' ').replaceAll(/[^\p{L}\p{N}=,._ -]/gu, '-');
  return `${plain.slice(0, longest)}.csv`;
}
