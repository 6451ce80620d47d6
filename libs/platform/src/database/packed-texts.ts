/**
 * Texts of many rows as one binary parameter, beside the JSON parameter with their other columns. As values in
 * that JSON the server would read every character several times, which costs more than writing the row.
 */
export class PackedTexts {
  readonly #texts: string[] = [];
  #next = 1;

  /** Where the text lies: its row carries both as `<column>_at` and `<column>_bytes`. The text is JSON, so it holds no NUL and no half of a surrogate pair. */
  add(text: string): { at: number; bytes: number } {
    const at = this.#next;
    const bytes = Buffer.byteLength(text);
    this.#texts.push(text);
    this.#next += bytes;
    return { at, bytes };
  }

  toBuffer(): Buffer {
    return Buffer.from(this.#texts.join(''));
  }
}

/** SQL that gives back the exact text a row put into the parameter. */
export function packedText(parameter: string, column: string): string {
  return `convert_from(substring(${parameter}::bytea from ${column}_at for ${column}_bytes), 'UTF8')`;
}
