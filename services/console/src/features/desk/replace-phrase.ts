import type { Finding } from './desk-types.js';

/**
 * A text with what the coach advises in the place of a phrase; unchanged when the phrase no longer stands where it
 * was found, because somebody typed on.
 */
export function replacePhrase(
  text: string,
  finding: Pick<Finding, 'start' | 'end' | 'advised' | 'phrase'>,
): string {
  const { start, end, advised, phrase } = finding;
  if (text.slice(start, end).toLowerCase() !== phrase.toLowerCase()) return text;
  return text.slice(0, start) + advised + text.slice(end);
}
