/**
 * Why a clock is due, as it is read on a screen and on paper: whole seconds, and its calendar by name and version.
 */
export function screenSentence(
  sentence: string,
  { calendar, name }: { calendar: string; name: string },
): string {
  return sentence
    .replaceAll(calendar, name)
    .replace(/(\d\d:\d\d:\d\d)\.\d{1,3}/gu, '$1')
    .replace(/(\d+)\.\d{1,3}(?= ?(?:s\b|秒))/gu, '$1');
}
