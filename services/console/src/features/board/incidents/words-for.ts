const names = /\{(?:name|称呼)\}/gu;
const numbers = /\{(?:number|单号)\}/gu;

/** What was written for all, as it is said to one of them; of whom no name is known keeps the blank. */
export const wordsFor = (
  words: string,
  { name, number }: { name: string | undefined | null; number: string },
): string => words.replace(numbers, () => number).replace(names, (blank) => name ?? blank);
