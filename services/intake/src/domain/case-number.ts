/**
 * Case numbers for people: `2026-0000123-4`, year, running number, check digit.
 * The digit is ISO/IEC 7064 MOD 11,10 over year and running number: it catches every single wrong
 * digit and nearly every swap of neighbours, which is how numbers read over the phone go wrong.
 */
export function formatCaseNumber(year: number, running: number): string {
  const digits = `${String(year).padStart(4, '0')}${String(running).padStart(7, '0')}`;
  if (!/^\d{11}$/.test(digits) || running < 1) {
    throw new RangeError('a case number has a year of 4 and a running number of at most 7 digits');
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}-${checkDigit(digits)}`;
}

/** Whether the text has the shape of a case number and its check digit is right. */
export function isCaseNumber(text: string): boolean {
  if (!/^\d{4}-\d{7}-\d$/.test(text)) return false;
  const digits = text.slice(0, 4) + text.slice(5, 12);
  return checkDigit(digits) === Number(text[13]);
}

/** ISO/IEC 7064:2003, hybrid system MOD 11,10. */
function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
