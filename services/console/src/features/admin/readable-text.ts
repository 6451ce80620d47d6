import { LineCounter, parseDocument } from 'yaml';

/** A text that is neither YAML nor JSON, and where that shows first. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
  constructor(readonly line: number) {
    super(`the text cannot be read from line ${line} on`);
  }
}

/**
 * What a text in YAML or JSON says.
 * @throws UnreadableText
 */
export function readText(text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [first] = document.errors;
  if (first) throw new UnreadableText(lineCounter.linePos(first.pos[0]).line);
  return document.toJS();
}
