import type { TimelineEntry } from '../case-queries.js';
import { eventName, sentenceFields } from './entry-facts.js';

type Entry = Pick<TimelineEntry, 'type' | 'data' | 'occurredAt'>;

const isOverride = ({ type }: Entry) => eventName(type) === 'case.stage-overridden';
const isResolved = ({ type }: Entry) => eventName(type) === 'case.resolved';
const isLast = (entry: Entry) => stageOf(entry) === 'resolve';
const stageOf = (entry: Entry) => sentenceFields(entry)['stage'];

/** What ending a stage by one's own word brings along: it is passed over, and its clock stops without having been kept. */
function isConsequence(entry: Entry): boolean {
  const { kind, skipped } = entry.data as { kind?: string; skipped?: string };
  const name = eventName(entry.type);
  return (
    (name === 'sla.met' && kind === 'stage') ||
    (name === 'case.stage-completed' && skipped !== undefined)
  );
}

/**
 * The entries with each stage that somebody ended without its evidence told once: what that brought along is told with
 * it. What stopped too late is told for itself.
 */
export function withPassedStages<E extends Entry>(entries: readonly E[]): E[] {
  const overrides = entries.filter(isOverride);
  const isOf = (one: Entry, other: Entry) =>
    one.occurredAt === other.occurredAt && stageOf(one) === stageOf(other);
  return entries
    .filter((entry) => !(isConsequence(entry) && overrides.some((one) => isOf(one, entry))))
    .map((entry) => {
      if (!isOverride(entry)) return entry;
      const hasStopped = entries.some((one) => isConsequence(one) && isOf(entry, one));
      if (!hasStopped) return entry;
      const hasResolved = entries.some(
        (one) => isResolved(one) && one.occurredAt === entry.occurredAt && isLast(entry),
      );
      const passedOver = hasResolved ? 'case-resolved' : 'clock-stopped';
      return { ...entry, data: { ...entry.data, passedOver } };
    });
}
