import { z } from 'zod';
import { isoInstant } from '../primitives.js';
import { clockView } from './case-bodies.js';

const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });

/**
 * A span of a clock's ledger; `to` is where the next one begins. `minutes` count against the budget,
 * `totalMs` is their sum so far. Extensions, recalculations and the due instant of a late clock are
 * points: they begin and end at once.
 */
export const ledgerSegment = z.object({
  type: z.enum([
    'counted',
    'make-up',
    'closed',
    'holiday',
    'paused',
    'rolled',
    'extension',
    'recalculation',
    'due',
  ]),
  from: isoInstant,
  to: isoInstant,
  minutes: z.number(),
  countedMs: z.number().int(),
  totalMs: z.number().int(),
  /** What the text is made of: its key, and what stands in it. */
  label: z.string(),
  params: z.record(z.string(), z.unknown()),
  text: inBothLanguages,
});

/** Why a clock is due when it is. What its segments count adds up to `countedMs`, to the millisecond. */
export const clockExplanation = z.object({
  sentence: inBothLanguages,
  rule: z.string(),
  policyVersion: z.number().int(),
  /** `id@version` of the calendar the clock is pinned to. */
  calendar: z.string(),
  timeZone: z.string(),
  budgetMs: z.number().int(),
  countedMs: z.number().int(),
  segments: z.array(ledgerSegment),
});
export type ClockExplanationView = z.infer<typeof clockExplanation>;

export const explainedClockView = clockView.extend({ explanation: clockExplanation });
export type ExplainedClockView = z.infer<typeof explainedClockView>;

/** `GET /api/v1/cases/{id}/clocks`: `text` is the ledger as a table for a printer, in `lang`. */
export const caseClocksQuery = z.strictObject({
  clock: z.string().optional(),
  format: z.enum(['json', 'text']).optional(),
  lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export type CaseClocksQuery = z.infer<typeof caseClocksQuery>;
