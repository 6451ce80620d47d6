/**
 * A short mark that tells texts of one form apart (FNV-1a, 32 bits, over UTF-16 units): the same words have the same one.
 * Draft, IETF: The FNV Non-Cryptographic Hash Algorithm.
 */
export function textMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
