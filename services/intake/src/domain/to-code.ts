const longest = 64;

/**
 * A code from a name: `ECC-Vehicle Look Up` becomes `ECC-Vehicle-Look-Up`. Undefined when nothing of
 * the name can stand in a code. A name that is too long keeps its beginning and ends in a
 * fingerprint of the whole, so that two long names stay apart.
 */
export function toCode(name: string): string | undefined {
  const text = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._:-]+/gu, '-')
    .replace(/^[._:-]+|[-]+$/gu, '');
  if (text === '') return undefined;
  const units = [...text];
  if (text.length <= longest) return text;
  return `${units.slice(0, 55).join('')}-${fingerprint(name)}`;
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
