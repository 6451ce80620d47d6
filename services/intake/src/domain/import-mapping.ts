import { z } from 'zod';
import { channel, severity } from '#contracts';
import { pauseReason } from '#sla';

const column = z.string().min(1);
const zone = z.string().refine(isTimeZone, 'is no IANA time zone');

/** A time: one column or several joined by a space, and the formats it may have, tried in order. */
const time = z.strictObject({
  column: z.union([column, z.array(column).min(1)]),
  formats: z.array(z.string()).min(1),
});
const values = <S extends z.ZodType>(to: S) =>
  z.union([
    z.strictObject({ value: to }),
    z.strictObject({
      column,
      map: z.record(z.string(), to),
      /** For values that the map does not name; without it they reject the row. */
      default: to.optional(),
    }),
  ]);
/** A code read from text such as `Solid Waste`; entries that do not exist yet are defined with that name. */
const coded = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ column, default: z.string().optional() }),
]);
const step = z.strictObject({
  status: z.union([column, z.array(column)]).optional(),
  group: column.optional(),
  line: column.optional(),
  person: column.optional(),
  product: column.optional(),
});
const outcome = z.enum(['resolved', 'closed', 'withdrawn']);

/** A mapping file: how rows of somebody else's file become complaints and what happened to them. */
export const importMapping = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  description: z.string(),
  timeZone: zone,
  delimiter: z.string().length(1).default(','),
  /** `case`: a row is a complaint. `event`: rows of one `id` are the steps of one case, by `at`. */
  row: z.enum(['case', 'event']),
  id: column,
  /** Of event rows: when the step happened. */
  at: time.optional(),
  complaint: z.strictObject({
    /** Of case rows; a case of event rows was received with its first. */
    receivedAt: time.optional(),
    /** The external deadline. */
    dueAt: time.optional(),
    channel: values(channel),
    severity: values(severity).optional(),
    category: coded,
    product: coded.optional(),
    organisation: coded.optional(),
    /** Columns joined by a line break; the prefix stands before them. */
    statement: z.strictObject({ prefix: z.string().default(''), columns: z.array(column) }),
    /** Rows with one value here are one customer; without it every case is anonymous. */
    customer: z.strictObject({ column }).optional(),
  }),
  /** What a row says happened; of a case row at `at`, of an event row at the row's time. */
  history: z
    .strictObject({
      at: time.optional(),
      step: step.optional(),
      /** Values of the joined status (or the `column`) that end the case; `value`: any row with a time. */
      outcome: z
        .union([
          z.strictObject({ value: outcome }),
          z.strictObject({ column, map: z.record(z.string(), outcome) }),
          z.strictObject({ status: z.record(z.string(), outcome) }),
        ])
        .optional(),
      /**
       * Joined statuses during which the clocks that may be paused stand still, and why; a list of
       * statuses is of those that await the customer.
       */
      pausedIn: z.union([z.array(z.string()), z.record(z.string(), pauseReason)]).default([]),
    })
    .optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;
export type TimeField = z.infer<typeof time>;
export type CodedField = z.infer<typeof coded>;

/** The columns a mapping reads; a file without one of them can't be imported with it. */
export function readColumns(mapping: ImportMapping): string[] {
  const columns = new Set<string>();
  const visit = (value: unknown, key = '') => {
    if (['column', 'columns', 'id'].includes(key)) {
      for (const name of [value].flat()) columns.add(String(name));
      return;
    }
    if (key === 'step' && value) {
      for (const name of Object.values(value).flat()) columns.add(String(name));
      return;
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (!['map', 'status', 'pausedIn'].includes(name)) visit(inner, name);
      }
    }
  };
  visit(mapping);
  return [...columns];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
