import type { CaseEvent } from '../case-event.js';

/** Who had a case in one span. */
export interface Holder {
  readonly unit?: string;
  readonly owner?: string;
  /** Of an imported case: the support line its source recorded. */
  readonly line?: string;
}

export interface HeldSpan extends Holder {
  readonly from: number;
  /** Absent while they have it. */
  readonly to?: number;
  readonly minutes: number;
}

export interface UnitLedger {
  readonly spans: readonly HeldSpan[];
  readonly lifeMinutes: number;
}

/**
 * Who had a case for how long, from its events in order up to `now`: one holder at any instant from its
 * receipt to its end, nobody between an end and a reopening. Minutes are counted on one ruler that
 * begins with the receipt, so that those of the spans add up to the case's life, however short a span.
 */
export function unitLedger(events: readonly CaseEvent[], now: number): UnitLedger {
  const spans: HeldSpan[] = [];
  let receivedAt = 0;
  let lifeMinutes = 0;
  let holder: Holder = {};
  let from: number | undefined;
  let begun = 0;
  const minuteOf = (instant: number) => Math.floor((instant - receivedAt) / 60_000);
  const minutes = (start: number, end: number) => minuteOf(end) - minuteOf(start);
  const end = (at: number) => {
    if (from !== undefined && at > from) {
      spans.push({ ...holder, from, to: at, minutes: minutes(from, at) });
    }
  };
  const pass = (event: CaseEvent, next: Holder) => {
    const at = Date.parse(event.data.at);
    if (from === undefined || isSame(holder, next)) {
      holder = next;
      return;
    }
    end(at);
    from = Math.max(at, from);
    holder = next;
  };
  for (const event of events) {
    switch (event.name) {
      case 'opened': {
        const { dimensions, owner } = event.data;
        receivedAt = Date.parse(event.data.receivedAt);
        holder = { ...named('unit', dimensions.unit), ...named('owner', owner) };
        from = begun = receivedAt;
        break;
      }
      case 'assigned': {
        const { owner, unit = holder.unit } = event.data;
        pass(event, { ...holder, ...named('unit', unit), owner });
        break;
      }
      case 'stageCompleted': {
        const { stage, evidence } = event.data;
        const unit = stage === 'establish' ? evidence['department'] : undefined;
        if (typeof unit === 'string') pass(event, { ...holder, unit });
        break;
      }
      case 'leftForSafety':
        pass(event, { ...holder, unit: event.data.desk });
        break;
      case 'safetyTaken':
        pass(event, { ...holder, owner: event.data.owner });
        break;
      case 'transferred':
      case 'transferRefused':
      case 'transferWithdrawn':
      case 'transferAccepted':
      case 'handedBack': {
        const isUndone = event.name === 'transferRefused' || event.name === 'transferWithdrawn';
        const owner = isUndone ? undefined : event.data.owner;
        const { unit } = event.data.dimensions;
        const { unit: _, ...kept } = holder;
        pass(event, { ...kept, ...named('unit', unit), ...named('owner', owner ?? kept.owner) });
        break;
      }
      case 'historyRecorded': {
        const { group, person, line } = event.data;
        // A row that names a group says its line too: without one it is none of the lines.
        const { line: before, ...kept } = holder;
        pass(event, {
          ...kept,
          ...named('unit', group),
          ...named('owner', person),
          ...named('line', line ?? (group === undefined ? before : undefined)),
        });
        break;
      }
      case 'closed':
      case 'merged':
      case 'withdrawn': {
        if (from === undefined) break;
        const at = Math.max(Date.parse(event.data.at), from);
        end(at);
        lifeMinutes += minutes(begun, at);
        from = undefined;
        break;
      }
      case 'unmerged':
      case 'reopened':
        // What was resolved and not closed was somebody's all the while.
        if (from === undefined) from = begun = Date.parse(event.data.at);
        break;
      default:
    }
  }
  if (from === undefined) return { spans, lifeMinutes };
  const until = Math.max(now, from);
  spans.push({ ...holder, from, minutes: minutes(from, until) });
  return { spans, lifeMinutes: lifeMinutes + minutes(begun, until) };
}

/** Minutes by unit, in the order in which units first had the case. */
export function minutesByUnit({ spans }: UnitLedger): { unit?: string; minutes: number }[] {
  const sums = new Map<string | undefined, number>();
  for (const { unit, minutes } of spans) sums.set(unit, (sums.get(unit) ?? 0) + minutes);
  return [...sums].map(([unit, minutes]) => ({ ...named('unit', unit), minutes }));
}

const isSame = (one: Holder, other: Holder) =>
  one.unit === other.unit && one.owner === other.owner && one.line === other.line;

function named<N extends string>(name: N, value: string | undefined): { [K in N]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [K in N]?: string });
}
