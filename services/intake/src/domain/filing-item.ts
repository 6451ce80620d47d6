import type { CallbackBody, ComplaintBody, SurveyBody } from '#contracts';
import { isCaseNumber } from './case-number.js';
import { judgeInstant } from './received-at.js';

/** One thing somebody filed, already checked against its schema. */
export type FilingItem =
  | { kind: 'complaint'; body: ComplaintBody }
  | { kind: 'callback'; body: CallbackBody }
  | { kind: 'survey'; body: SurveyBody };
export type FilingKind = FilingItem['kind'];

export interface FieldError {
  path: string;
  rule: string;
  message: string;
}
export type DirectoryKind = 'unit' | 'agent' | 'category' | 'product';

/** Rules that need the clock but no database. */
export function findTimeErrors(item: FilingItem, now: number): FieldError[] {
  const errors = instantsOf(item).flatMap(([path, value]): FieldError[] => {
    const found = value === undefined ? undefined : judgeInstant(Date.parse(value), now);
    // What is complained of may be older than any complaint.
    const verdict = found === 'before-1970' && path === eventPath ? undefined : found;
    return verdict === undefined ? [] : [{ path, rule: verdict, message: timeMessages[verdict] }];
  });
  const dueAt = item.kind === 'complaint' ? item.body.dueAt : undefined;
  if (dueAt !== undefined && Date.parse(dueAt) < 0) {
    errors.push({ path: 'dueAt', rule: 'before-1970', message: timeMessages['before-1970'] });
  }
  return errors;
}

const timeMessages = {
  'before-1970': 'must not lie before 1970',
  'in-the-future': 'must not lie more than 5 minutes in the future',
} as const;

const eventPath = 'evidence.listen.happenedAt';

/** When it happened, and when what it is about did. */
function instantsOf(item: FilingItem): [string, string | undefined][] {
  switch (item.kind) {
    case 'complaint':
      return [
        ['receivedAt', item.body.receivedAt],
        [eventPath, item.body.evidence?.listen?.happenedAt],
      ];
    case 'callback':
      return [['at', item.body.at]];
    case 'survey':
      return [['answeredAt', item.body.answeredAt]];
  }
}

/** The codes an item names, with the field that names each. */
export function namedCodes(
  item: FilingItem,
): { kind: DirectoryKind; code: string; path: string }[] {
  if (item.kind !== 'complaint') return [];
  const { category, product, organisation, evidence } = item.body;
  return [
    { kind: 'category' as const, code: category, path: 'category' },
    ...(product ? [{ kind: 'product' as const, code: product, path: 'product' }] : []),
    ...(organisation ? [{ kind: 'unit' as const, code: organisation, path: 'organisation' }] : []),
    ...(evidence ? evidenceCodes(evidence) : []),
  ];
}

/** Evidence that says otherwise than the complaint it comes with. */
export function findContradictions(item: FilingItem): FieldError[] {
  if (item.kind !== 'complaint' || !item.body.evidence) return [];
  const { product, category, organisation } = item.body;
  const said: Record<string, string | undefined> = {
    product,
    category: category === 'unclassified' ? undefined : category,
    unit: organisation,
  };
  return evidenceCodes(item.body.evidence)
    .filter(({ kind, code }) => (said[kind] ?? code) !== code)
    .map(({ path }) => ({
      path,
      rule: 'contradicts',
      message: 'the complaint itself says otherwise',
    }));
}

function evidenceCodes({ listen, establish }: NonNullable<ComplaintBody['evidence']>) {
  const named = [
    { kind: 'product' as const, code: listen?.product, path: 'evidence.listen.product' },
    { kind: 'category' as const, code: establish?.category, path: 'evidence.establish.category' },
    { kind: 'unit' as const, code: establish?.department, path: 'evidence.establish.department' },
  ];
  // What is about no product says so.
  return named.flatMap(({ code, ...one }) =>
    code === undefined || code === 'none' ? [] : [{ ...one, code }],
  );
}

/** The case an item is about, as it was named: an id or a number. */
export function namedCase(item: FilingItem): string | undefined {
  return item.kind === 'callback' || item.kind === 'survey' ? item.body.caseId : undefined;
}

/** A number whose check digit is wrong was misheard or mistyped; no look-up is needed to say so. */
export function isMistypedNumber(reference: string): boolean {
  return /^\d{4}-/.test(reference) && reference.length === 14 && !isCaseNumber(reference);
}

/** Text that no database text column can hold: NUL and lone surrogates. */
export function findTextErrors(value: unknown, path = ''): FieldError[] {
  if (typeof value === 'string') {
    return /[\0\p{Cs}]/u.test(value)
      ? [{ path, rule: 'invalid-text', message: 'must not hold NUL or unpaired surrogates' }]
      : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    findTextErrors(inner, path === '' ? name : `${path}.${name}`),
  );
}
