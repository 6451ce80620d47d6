import { isCounting } from '#sla';
import { CaseRefusal } from '../case-command.js';
import type { CaseCommand } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { CaseStage } from '#contracts';
import type { OpenedCase } from '../case-state.js';
import { cancelEvents, clockFields, iso } from '../clock-events.js';
import { carryConflict } from '../conflicts/carry-conflict.js';
import type { MergeCommand } from './merge-command.js';

type Command<T extends MergeCommand['type']> = Extract<MergeCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** How long a merge can be undone. */
const undoMs = 30 * 86_400_000;

export function decideMerges(command: MergeCommand, state: OpenedCase, now: number): CaseEvent[] {
  switch (command.type) {
    case 'merge':
      return decideMerge(command, state, now);
    case 'unmerge':
      return decideUnmerge(command, state, now);
    case 'join-duplicate': {
      if (state.stage === 'closed') {
        throw refused(`${state.number} is ${state.status}: nobody works on it any more`);
      }
      const joined = caseEvent('duplicateJoined', aboutDuplicate(command, state, now));
      return [joined, ...carryConflict(state, command.duplicate.conflict, now, command.by)];
    }
    case 'release-duplicate':
      return [caseEvent('duplicateLeft', aboutDuplicate(command, state, now))];
  }
}

/**
 * What a merged case still takes: what goes on without anybody's decision about the complaint. Anything
 * else belongs into the case in which the work goes on.
 */
const takenWhileMerged: ReadonlySet<CaseCommand['type']> = new Set([
  ...(['tick', 'unmerge', 'acknowledge-alert', 'note-feedback', 'record-history'] as const),
  ...(['add-note', 'complete-action', 'flag-wording', 'apply-policy', 'undo-message'] as const),
  ...(['flag-threats', 'move-action', 'drop-action'] as const),
  ...(['note-split', 'note-part', 'note-complaint-change'] as const),
  ...(['count-repeat', 'request-join', 'let-join', 'refuse-join'] as const),
  ...(['answer-order', 'decline-order', 'drop-order'] as const),
  // What is proposed is asked here for itself.
  ...(['ask-approval', 'decide-approval'] as const),
  // What should never have been there, or been seen by somebody, can't wait for an undo.
  ...(['remove-attachment', 'name-accused'] as const),
]);

/** @throws CaseRefusal for what has to be said to the case that this one was merged into */
export function refuseWhileMerged(
  { type }: Pick<CaseCommand, 'type'>,
  { merged }: OpenedCase,
): void {
  if (!merged || takenWhileMerged.has(type)) return;
  throw refused(`the case is merged into ${merged.number}: work goes on there`);
}

/**
 * The later of two complaints about one matter goes into the earlier, so that no promise gets younger by
 * it. Its clocks are told as cancelled and held as they are.
 */
function decideMerge(
  { into, reason, note, by }: Command<'merge'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (state.stage === 'closed') throw refused(`the case is ${state.status} already`);
  const [duplicate] = state.duplicates ?? [];
  if (duplicate) {
    throw refused(`${duplicate.number} was merged into this case: it is the one that goes on`);
  }
  if (state.receivedAt < into.receivedAt) {
    throw refused(`it was received before ${into.number}: merge that one into this one`);
  }
  const merged = caseEvent('merged', {
    ...{ caseId: state.id, at: iso(now), into: into.caseId, intoNumber: into.number, reason },
    ...(note && { note }),
    undoUntil: iso(now + undoMs),
    dimensions: state.dimensions,
    by,
  });
  const cancelled = cancelEvents(state, state.clocks.filter(isCounting), now, 'merged');
  return [...carryConflict(state, into.conflict, now, by), merged, ...cancelled];
}

/**
 * As if it had never been merged: no due instant moved, and what has passed meanwhile is decided as
 * after an outage.
 */
function decideUnmerge(
  { reason, note, by }: Command<'unmerge'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const { merged } = state;
  if (!merged) throw refused('the case is not merged into another one');
  if (now > merged.undoUntil) throw refused(`it could be undone until ${iso(merged.undoUntil)}`);
  const restored = merged.clocks.map((clock) =>
    caseEvent('clockRestored', { ...clockFields(state, clock, now), state: clock.state }),
  );
  const unmerged = caseEvent('unmerged', {
    ...{ caseId: state.id, at: iso(now), into: merged.caseId, intoNumber: merged.number },
    restoredStage: merged.stage as CaseStage,
    reason,
    ...(note && { note }),
    dimensions: state.dimensions,
    by,
  });
  return [...restored, unmerged];
}

function aboutDuplicate(
  { duplicate, by }: Command<'join-duplicate' | 'release-duplicate'>,
  { id, dimensions }: OpenedCase,
  now: number,
) {
  const { caseId, number } = duplicate;
  const named = { duplicate: caseId, duplicateNumber: number };
  return { caseId: id, at: iso(now), ...named, dimensions, by };
}
