import { Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';

const timeOrDate = /^(\d{2}:\d{2}|\d{4}-\d{2}-\d{2})$/;

/** What is easily read on one line beside its name. */
const widest = 88;

/**
 * A policy as text that people edit: small things on one line each, as docs/policies.md writes them. Without its
 * version, which publishing gives.
 */
export function toPolicyText(policy: Readonly<Record<string, unknown>>): string {
  const { version: _version, ...rest } = policy;
  return toText(rest);
}

/** A calendar, or another part of a policy, as text. */
export function toText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_key, node) => void flatten(node),
    Scalar: (_key, node) => {
      // Older readers of YAML take a bare time for a number and a bare date for an instant.
      if (typeof node.value === 'string' && timeOrDate.test(node.value)) node.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ lineWidth: 100, flowCollectionPadding: true, singleQuote: true });
}

/** A calendar put into the text of a policy: in place of the same version of it, or as the last one. */
export function withCalendar(policyText: string, calendarText: string): string {
  const document = parseDocument(policyText);
  const calendar = parseDocument(calendarText);
  const spec = calendar.toJS() as { id?: unknown; version?: unknown };
  const calendars = document.get('calendars');
  if (!isSeq(calendars)) {
    document.set('calendars', [calendar.contents]);
    return document.toString({ lineWidth: 100, singleQuote: true });
  }
  const index = calendars.items.findIndex(
    (item) => isMap(item) && item.get('id') === spec.id && item.get('version') === spec.version,
  );
  if (index < 0) calendars.items.push(calendar.contents);
  else calendars.items[index] = calendar.contents;
  return document.toString({ lineWidth: 100, singleQuote: true });
}

/**
 * The newest version of a calendar that the text of a policy holds; undefined where it holds none, or cannot be read.
 */
export function calendarIn(
  policyText: string,
  id: string,
): { version: number; text: string } | undefined {
  if (!isReadable(policyText)) return undefined;
  const { calendars } = parseDocument(policyText).toJS() as { calendars?: unknown };
  const known = Array.isArray(calendars) ? (calendars as unknown[]) : [];
  const versions = known.flatMap((one) => {
    const { id: its, version } = (one ?? {}) as { id?: unknown; version?: unknown };
    return its === id && typeof version === 'number' ? [{ version, calendar: one }] : [];
  });
  const newest = versions.sort((one, other) => other.version - one.version)[0];
  return newest && { version: newest.version, text: toText(newest.calendar) };
}

/** Whether a text is a mapping that can be read at all, before the server is asked about it. */
export function isReadable(text: string): boolean {
  const { errors, contents } = parseDocument(text);
  return errors.length === 0 && isMap(contents);
}

function flatten(node: YAMLMap | YAMLSeq): void {
  if (isSmall(node) && widthOf(node) <= widest) node.flow = true;
}

/** Lists of lists at the most: the windows of a day, a name in both languages. */
function isSmall(node: unknown, depth = 0): boolean {
  if (isScalar(node)) return true;
  if (isPair(node)) return isSmall(node.value, depth);
  if (!isCollection(node) || depth > 1) return false;
  return node.items.every((item) => isSmall(item, depth + 1));
}

const widthOf = (node: Node) => JSON.stringify(node.toJSON()).length;
