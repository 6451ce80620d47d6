import { isNode, LineCounter, parseDocument } from 'yaml';

/**
 * The line, counted from 1, on which a part of a text in YAML or JSON begins: `phrases.3.advised`. Of a part that is
 * not there, the line of what should hold it.
 */
export function lineOfPath(text: string, path: string): number | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const parts = path.split('.').filter((part) => part !== '');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const keys = parts.slice(0, depth).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const node = depth === 0 ? document.contents : document.getIn(keys, true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return undefined;
}
