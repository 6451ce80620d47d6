/** A span in which one unit had a case; `to` is absent while it does. */
export interface UnitSpan {
  readonly ordinal: number;
  /** Absent: no unit had it. */
  readonly unit?: string;
  readonly from: number;
  readonly to?: number;
}

export type UnitChange =
  | { readonly type: 'passed'; readonly unit: string | undefined; readonly at: number }
  | { readonly type: 'ended'; readonly at: number }
  | { readonly type: 'begun'; readonly at: number };

/**
 * What a change makes of the latest span of a case: the spans to be written, the latest last. One unit at
 * any instant has the case from its receipt to its end, nobody between an end and a new beginning.
 */
export function applyUnitChange(latest: UnitSpan | undefined, change: UnitChange): UnitSpan[] {
  const { at } = change;
  if (!latest) return change.type === 'passed' ? [span(1, change.unit, at)] : [];
  const isOver = latest.to !== undefined;
  const next = latest.ordinal + 1;
  if (change.type === 'ended') return isOver ? [] : [{ ...latest, to: Math.max(at, latest.from) }];
  if (change.type === 'begun') return isOver ? [span(next, latest.unit, at)] : [];
  if (change.unit === latest.unit) return [];
  // Who has an ended case matters once it begins again: until then the span is empty.
  if (isOver) return [{ ...span(next, change.unit, at), to: at }];
  if (at <= latest.from) return [span(latest.ordinal, change.unit, latest.from)];
  return [{ ...latest, to: at }, span(next, change.unit, at)];
}

function span(ordinal: number, unit: string | undefined, from: number): UnitSpan {
  return { ordinal, ...(unit !== undefined && { unit }), from };
}
