import { complaintBody, type Channel, type Severity } from '#contracts';
import type { PauseReason } from '#sla';
import { findTextErrors } from './filing-item.js';
import type { CodedField, ImportMapping, TimeField } from './import-mapping.js';
import { judgeInstant } from './received-at.js';
import { toCode } from './to-code.js';
import { parseTime } from './wall-time.js';

/** A row of the file by column name. */
export type SourceRow = Readonly<Record<string, string>>;
export interface Step {
  status?: string;
  group?: string;
  line?: string;
  person?: string;
  product?: string;
}
export type Outcome = 'resolved' | 'closed' | 'withdrawn';
export interface Coded {
  code: string;
  name: string;
}
/** What a row says of its complaint; of an event row only the first of a case counts. */
export interface RowComplaint {
  channel: Channel;
  severity?: Severity;
  category: Coded;
  product?: Coded;
  organisation?: Coded;
  statement: string;
  customer?: string;
  dueAt?: number;
}
/** One thing that happened to the case. `at` is missing when the file says what but not when. */
export interface RowHistory {
  at?: number;
  step?: Step;
  outcome?: Outcome;
  isPaused: boolean;
  /** Why, where it is paused. */
  pauseReason?: PauseReason;
}
export interface InterpretedRow {
  externalId: string;
  at: number;
  complaint: RowComplaint;
  history?: RowHistory;
}
export class RowError extends Error {
  override readonly name = 'RowError';
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

/**
 * Reads one row through its mapping.
 * @throws RowError naming the field and what is wrong with it, never its value: it may be personal
 */
export function interpretRow(row: SourceRow, mapping: ImportMapping, now: number): InterpretedRow {
  const externalId = cell(row, mapping.id);
  if (externalId === '') throw new RowError('id', `the column ${mapping.id} is empty`);
  if (externalId.length > 150) throw new RowError('id', 'is longer than 150 characters');
  const timeField = mapping.row === 'event' ? mapping.at : mapping.complaint.receivedAt;
  const at = timeField && readTime(row, timeField, mapping.timeZone, 'receivedAt');
  if (at === undefined) throw new RowError('receivedAt', 'there is no time');
  const verdict = judgeInstant(at, now);
  if (verdict) throw new RowError('receivedAt', verdict);
  const complaint = readComplaint(row, mapping);
  const history = readHistory(row, mapping, at);
  const texts = findTextErrors({ externalId, complaint, history });
  if (texts[0]) throw new RowError(texts[0].path, texts[0].message);
  return { externalId, at, complaint, ...(history ? { history } : {}) };
}

function readComplaint(row: SourceRow, { complaint, timeZone }: ImportMapping): RowComplaint {
  const statement = complaint.statement.columns
    .map((name) => cell(row, name))
    .filter((text) => text !== '')
    .join('\n');
  const text = `${complaint.statement.prefix}${statement}`;
  if (!complaintBody.shape.statement.safeParse(text).success) {
    throw new RowError('statement', 'must have 1 to 20000 characters');
  }
  const customer = complaint.customer && cell(row, complaint.customer.column);
  return {
    channel: readValue(row, complaint.channel, 'channel'),
    severity: complaint.severity && readValue(row, complaint.severity, 'severity'),
    category: readCoded(row, complaint.category) ?? missing('category'),
    product: complaint.product && readCoded(row, complaint.product),
    organisation: complaint.organisation && readCoded(row, complaint.organisation),
    statement: text,
    customer: customer === '' ? undefined : customer,
    dueAt: complaint.dueAt && readTime(row, complaint.dueAt, timeZone, 'dueAt'),
  };
}

function readHistory(
  row: SourceRow,
  mapping: ImportMapping,
  rowAt: number,
): RowHistory | undefined {
  const { history, timeZone } = mapping;
  if (!history) return undefined;
  const at =
    mapping.row === 'event' ? rowAt : history.at && readTime(row, history.at, timeZone, 'history');
  if (at !== undefined && at < rowAt) throw new RowError('history', 'lies before receivedAt');
  const step = history.step && readStep(row, history.step);
  const status = step?.status ?? '';
  const { outcome } = history;
  const ended = !outcome
    ? undefined
    : 'value' in outcome
      ? at === undefined
        ? undefined
        : outcome.value
      : 'status' in outcome
        ? outcome.status[status]
        : outcome.map[cell(row, outcome.column)];
  if (!step && !ended) return undefined;
  const pauseReason = reasonOf(history.pausedIn, status);
  const isPaused = pauseReason !== undefined;
  return { at, step, outcome: ended, isPaused, ...(pauseReason && { pauseReason }) };
}

function reasonOf(
  pausedIn: NonNullable<ImportMapping['history']>['pausedIn'],
  status: string,
): PauseReason | undefined {
  if (Array.isArray(pausedIn)) return pausedIn.includes(status) ? 'awaiting-customer' : undefined;
  return Object.hasOwn(pausedIn, status) ? pausedIn[status] : undefined;
}

function readStep(
  row: SourceRow,
  columns: NonNullable<NonNullable<ImportMapping['history']>['step']>,
): Step | undefined {
  const entries = Object.entries(columns).flatMap(([name, from]) => {
    const text = [from]
      .flat()
      .map((column) => cell(row, column))
      .filter((part) => part !== '')
      .join('/');
    return text === '' ? [] : [[name, text]];
  });
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Step);
}

function readValue<T>(
  row: SourceRow,
  field: { value: T } | { column: string; map: Record<string, T>; default?: T },
  name: string,
): T {
  if ('value' in field) return field.value;
  const found = field.map[cell(row, field.column)] ?? field.default;
  return found ?? missing(name, `the map does not name this value of ${field.column}`);
}

function readCoded(row: SourceRow, field: CodedField): Coded | undefined {
  const name = 'value' in field ? field.value : cell(row, field.column) || field.default || '';
  const code = toCode(name);
  return code === undefined ? undefined : { code, name: name.slice(0, 200) };
}

function readTime(row: SourceRow, field: TimeField, timeZone: string, name: string) {
  const text = [field.column]
    .flat()
    .map((column) => cell(row, column))
    .join(' ')
    .trim();
  if (text === '') return undefined;
  return parseTime(text, field.formats, timeZone) ?? missing(name, 'fits none of the formats');
}

function cell(row: SourceRow, column: string): string {
  return (row[column] ?? '').trim();
}

function missing(field: string, reason = 'is empty'): never {
  throw new RowError(field, reason);
}
