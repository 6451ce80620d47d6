/** This process's environment for one that it starts, with what differs there. */
export function childEnvironment(changes: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...changes };
}
