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

/** What somebody wrote with one more number below it, unless it is there already. */
export function withNumber(text: string, number: string): string {
  if (caseNumbersOf(text).numbers.includes(number)) return text;
  return [text.trimEnd(), number].filter((part) => part !== '').join('\n');
}
