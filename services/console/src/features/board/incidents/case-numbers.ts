/** Year, running number, check digit. */
const caseNumber = /^\d{4}-\d{7}-\d$/;

/** Case numbers as somebody pastes them: a line each, or parted by commas or blanks, each once. */
export function caseNumbersOf(text: string): { numbers: string[]; wrong: string[] } {
  const parts = [...new Set(text.split(/[\s,;，；、]+/).filter((part) => part !== ''))];
  return {
    numbers: parts.filter((part) => caseNumber.test(part)),
    wrong: parts.filter((part) => !caseNumber.test(part)),
  };
}

/** Whether a text names cases by their numbers and nothing else: one at least, and so many at most. */
export function areCaseNumbers(text: string, most: number): boolean {
  const { numbers, wrong } = caseNumbersOf(text);
  return wrong.length === 0 && numbers.length > 0 && numbers.length <= most;
}

/** What somebody wrote with one more number below it, unless it is there already. */
export function withNumber(text: string, number: string): string {
  if (caseNumbersOf(text).numbers.includes(number)) return text;
  return [text.trimEnd(), number].filter((part) => part !== '').join('\n');
}

/** What somebody wrote without some of the numbers. */
export const withoutNumbers = (text: string, numbers: readonly string[]): string =>
  caseNumbersOf(text)
    .numbers.filter((one) => !numbers.includes(one))
    .join('\n');
