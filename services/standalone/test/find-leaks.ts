const surelyNoChance = 8;

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
  return [text, escaped, ...asBase64(bytes), bytes.toString('hex'), encodeURIComponent(text)];
}

/** As Base64 spells it behind zero, one or two other bytes; spellings short enough to come by chance left out. */
function asBase64(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((before) => {
      const padded = Buffer.concat([Buffer.alloc(before), bytes]);
      const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64');
      return whole.slice(Math.ceil((before * 8) / 6));
    })
    .filter((spelling) => spelling.length >= surelyNoChance);
}
