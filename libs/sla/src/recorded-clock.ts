import { z } from 'zod';
import { budget } from './budget.js';
import { formatBudget, parseBudget } from './budget-text.js';
import { pauseReason } from './policy.js';

const text = z.string().min(1);
const instant = z.number();

/**
 * What is kept of a clock to replay it: when it ran, what its case was, and how it ended. `none`: nothing
 * was promised then. Instants are epoch milliseconds.
 */
export const recordedClock = z.object({
  caseId: text,
  number: text.optional(),
  kind: text,
  stage: text.optional(),
  facts: z.object({
    category: text,
    severity: text,
    tier: text,
    channel: text,
    product: text.optional(),
    unit: text.optional(),
  }),
  startedAt: instant,
  /** Absent: what it times goes on. */
  stoppedAt: instant.optional(),
  dueAt: instant.optional(),
  verdict: z.enum(['met', 'breached', 'open', 'cancelled', 'none']),
  pauses: z
    .array(z.object({ from: instant, to: instant.optional(), reason: pauseReason }))
    .optional(),
  extensions: z.array(budget).optional(),
});
export type RecordedClock = z.infer<typeof recordedClock>;

/** The columns of a file of recorded clocks, a row a clock. */
export const recordedColumns = [
  ...(['case', 'number', 'kind', 'stage'] as const),
  ...(['category', 'severity', 'tier', 'channel', 'product', 'unit'] as const),
  ...(['startedAt', 'stoppedAt', 'dueAt', 'verdict', 'pauses', 'extensions'] as const),
] as const;
export type RecordedColumn = (typeof recordedColumns)[number];
export type RecordedCells = Readonly<Partial<Record<RecordedColumn, string>>>;

/** A row that can't be read; says the column and what is wrong with it. */
export class RecordedRowError extends Error {
  override readonly name = 'RecordedRowError';
}

const verdicts = recordedClock.shape.verdict.options;
const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());

/** Cells of one clock; `pauses` are `from/to/reason`, several with `;` between, as are extensions. */
export function toRecordedCells(clock: RecordedClock): Record<RecordedColumn, string> {
  const { category, severity, tier, channel, product = '', unit = '' } = clock.facts;
  return {
    case: clock.caseId,
    number: clock.number ?? '',
    kind: clock.kind,
    stage: clock.stage ?? '',
    ...{ category, severity, tier, channel, product, unit },
    startedAt: iso(clock.startedAt),
    stoppedAt: iso(clock.stoppedAt),
    dueAt: iso(clock.dueAt),
    verdict: clock.verdict,
    pauses: (clock.pauses ?? [])
      .map(({ from, to, reason }) => `${iso(from)}/${iso(to)}/${reason}`)
      .join(';'),
    extensions: (clock.extensions ?? []).map(formatBudget).join(';'),
  };
}

/**
 * Reads what `toRecordedCells` wrote; instants may have any offset. Severity and tier may be left out.
 * @throws RecordedRowError
 */
export function fromRecordedCells(cells: RecordedCells): RecordedClock {
  const needed = (column: RecordedColumn) => cells[column] || fail(column, 'is empty');
  const startedAt = instantOf('startedAt', needed('startedAt'));
  const stoppedAt = cells.stoppedAt ? instantOf('stoppedAt', cells.stoppedAt) : undefined;
  const dueAt = cells.dueAt ? instantOf('dueAt', cells.dueAt) : undefined;
  const verdict = verdicts.find((one) => one === cells.verdict);
  if (!verdict) fail('verdict', `is one of ${verdicts.join(', ')}`);
  return {
    caseId: needed('case'),
    ...(cells.number && { number: cells.number }),
    kind: needed('kind'),
    ...(cells.stage && { stage: cells.stage }),
    facts: {
      category: cells.category || 'unclassified',
      severity: cells.severity || 'normal',
      tier: cells.tier || 'standard',
      channel: cells.channel || 'other',
      ...(cells.product && { product: cells.product }),
      ...(cells.unit && { unit: cells.unit }),
    },
    startedAt,
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(dueAt !== undefined && { dueAt }),
    verdict,
    ...(cells.pauses && { pauses: cells.pauses.split(';').map(pauseOf) }),
    ...(cells.extensions && {
      extensions: cells.extensions
        .split(';')
        .map((one) => parseBudget(one) ?? fail('extensions', `${one} is no budget`)),
    }),
  };
}

function pauseOf(written: string) {
  const [from = '', to = '', said = ''] = written.split('/');
  const reason = pauseReason.safeParse(said);
  if (!reason.success) fail('pauses', `${said || 'nothing'} is no reason`);
  return {
    from: instantOf('pauses', from),
    ...(to !== '' && { to: instantOf('pauses', to) }),
    reason: reason.data,
  };
}

function instantOf(column: RecordedColumn, written: string): number {
  const at = Date.parse(written);
  return Number.isNaN(at) ? fail(column, `${written || 'nothing'} is no instant`) : at;
}

function fail(column: RecordedColumn, problem: string): never {
  throw new RecordedRowError(`${column}: ${problem}`);
}
