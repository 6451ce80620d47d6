/**
 * Polls until `look` gives something other than undefined, false or null, and returns it.
 * @throws after `timeoutMs`, naming what was waited for and the last error, if any
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  options: { timeoutMs?: number; describe?: string; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const { timeoutMs = 20_000, describe = 'a condition', everyMs = 20 } = options;
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false) return seen as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  } while (performance.now() < deadline);
  throw new Error(`waited ${timeoutMs} ms in vain for ${describe}`, { cause: last });
}
