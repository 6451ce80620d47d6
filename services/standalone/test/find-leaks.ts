/**
 * Which of the texts a content holds: as they are, as JSON escapes them, or merely as Base64, which
 * would look like an envelope and hide nothing.
 */
export function findLeaks(place: string, content: string, texts: readonly string[]): string[] {
  return texts
    .filter((text) => spellings(text).some((spelling) => content.includes(spelling)))
    .map((text) => `${place}: ${text}`);
}

function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const escaped = text.replaceAll(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // Whole groups of three bytes, so that what follows the text does not matter.
  const base64 = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  return [text, escaped, base64, bytes.toString('hex'), encodeURIComponent(text)];
}
