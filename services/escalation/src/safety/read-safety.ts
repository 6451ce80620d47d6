import type { SafetyView, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';
import type { CaseEvent } from '../domain/case-event.js';
import type { OpenedCase } from '../domain/case-state.js';
import { missingForSafety } from '../domain/safety/safety-state.js';
import type { SafetyFacts } from '../domain/safety/safety-state.js';

type Parts = Pick<SafetyView, 'taken' | 'reports' | 'submissions' | 'ended'> & {
  left?: SafetyView['left'];
};

/** Who reported what to whom and when, from the timeline of a case that left the normal flow. */
export function toSafetyView(
  timeline: readonly TimelineEntry[],
  state: OpenedCase & { safety: SafetyFacts },
): SafetyView {
  const parts: Parts = { taken: null, reports: [], submissions: [], ended: null };
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event) record(parts, event, (name) => texts[name] ?? null);
  }
  const { left, ...rest } = parts;
  if (!left) throw new RangeError(`case ${state.id} has left without an event`);
  const { safety } = state;
  const missing = parts.ended ? [] : missingForSafety(safety);
  return { status: statusOf(parts, safety), desk: safety.desk, left, ...rest, missing };
}

function statusOf(
  { ended, taken }: Parts,
  { version, submitted }: SafetyFacts,
): SafetyView['status'] {
  if (ended) return 'ended';
  if (version !== undefined) return submitted === version ? 'submitted' : 'reported';
  return taken ? 'taken' : 'waiting';
}

function record(parts: Parts, event: CaseEvent, text: (name: string) => string | null): void {
  switch (event.name) {
    case 'leftForSafety': {
      const { at, by, cause, before } = event.data;
      const { category, unit = null } = before;
      parts.left = { at, by, cause, category, unit, note: text('note') };
      break;
    }
    case 'safetyTaken': {
      const { at, by, owner } = event.data;
      parts.taken = { at, by, owner };
      break;
    }
    case 'safetyReported': {
      const { at, by, version, reporter, seriousness, outcome, product, onsetAt } = event.data;
      parts.reports.push({
        ...{ at, by, version, reporter, seriousness, outcome, product, onsetAt: onsetAt ?? null },
        ...{ batch: text('batch'), patient: text('patient'), reaction: text('reaction') },
      });
      break;
    }
    case 'safetySubmitted': {
      const { at, by, version, recipient, channel } = event.data;
      const sent = { at, by, version, recipient, channel };
      parts.submissions.push({ ...sent, name: text('name'), reference: text('reference') });
      break;
    }
    case 'safetyEnded': {
      const { at, by, finding } = event.data;
      parts.ended = { at, by, finding, note: text('note') };
      break;
    }
    case 'reopened':
      parts.ended = null;
      break;
    default:
  }
}
