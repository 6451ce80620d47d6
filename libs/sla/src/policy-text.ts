import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { PolicyProblem } from './policy-problem.js';

/** A policy or calendar as it was written, with the line of each of its parts. */
export interface PolicyText {
  readonly input: unknown;
  /** Of what it names, or of the nearest part around it that exists. */
  readonly lineOf: (path: string) => number | undefined;
  /** Why it can't be read at all. */
  readonly problems: readonly PolicyProblem[];
}

/** The first ones: what follows a slip of the pen only repeats it. */
const mostSyntaxProblems = 10;

/** Reads YAML, and so JSON too; a key that comes twice is a problem, never the last one wins. */
export function readPolicyText(text: string): PolicyText {
  try {
    return read(text);
  } catch {
    // Nested thousands deep, or one part repeated without end.
    const message = 'it is nested too deeply, or repeats itself too often';
    const problems = [{ path: '', line: 1, rule: 'syntax', message }];
    return { input: undefined, lineOf: () => undefined, problems };
  }
}

function read(text: string): PolicyText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.slice(0, mostSyntaxProblems).map(({ message, pos }) => ({
    path: '',
    line: lines.linePos(pos[0]).line,
    rule: 'syntax',
    message,
  }));
  const lineOf = (path: string) => lineIn(document, lines, path.split('.'));
  if (problems.length > 0) return { input: undefined, lineOf, problems };
  return { input: document.toJS({ maxAliasCount: 100 }), lineOf, problems };
}

function lineIn(document: Document, lines: LineCounter, parts: readonly string[]) {
  let node: unknown = document.contents;
  let at = (node as Node | null)?.range?.[0];
  for (const part of parts) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (!pair) break;
      at = (pair.key as Node).range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === undefined) break;
      at = (item as Node).range?.[0] ?? at;
      node = item;
    } else break;
  }
  return at === undefined ? undefined : lines.linePos(at).line;
}
