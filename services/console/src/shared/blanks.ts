/** What a template leaves to the writer: `{金额}`, `{next step}`. */
const blank = /\{[^{}\n]{1,40}\}/gu;

/** The blanks of its template that a text still has. */
export const blanksOf = (text: string) => [...new Set(text.match(blank) ?? [])];
