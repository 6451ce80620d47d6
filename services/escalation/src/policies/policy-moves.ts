import type { ClockKind, ClockMove } from '#contracts';
import { isCounting, selectRule } from '#sla';
import type { CaseEvent } from '../domain/case-event.js';
import type { OpenedCase } from '../domain/case-state.js';
import { decide, fold } from '../domain/decide.js';
import { ruleFacts } from '../domain/decide-terms.js';
import type { DecisionContext } from '../domain/decision-context.js';

/** One clock under another policy; `unchanged` where its due instant stays. */
export interface Move extends Omit<ClockMove, 'change'> {
  change: ClockMove['change'] | 'unchanged';
}

/**
 * What another policy would do to the open clocks of a case, were it applied now: decided just as applying
 * it would be, and kept nowhere.
 */
export function movesUnder(
  before: OpenedCase,
  version: number,
  now: number,
  context: DecisionContext,
): Move[] {
  const ticked = fold(before, decide({ type: 'tick' }, before, now, context)) as OpenedCase;
  const events = decide({ type: 'apply-policy', version, by: 'dry-run' }, ticked, now, context);
  const rule = selectRule(
    context.policies.version(version),
    ruleFacts(ticked.priority, ticked.dimensions),
  );
  const facts = (clock: { clockId: string; kind: string }) => ({
    caseId: before.id,
    number: before.number,
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    ruleBefore: ticked.policyRule,
    ruleAfter: rule.id,
  });
  const told = new Map<string, Pick<Move, 'change' | 'dueAfter'>>();
  const started: Move[] = [];
  for (const event of events) {
    if (event.name === 'clockStarted') {
      const { clock } = event.data;
      const due = { dueBefore: null, dueAfter: clock.dueAt };
      started.push({ ...facts(clock), change: 'started', ...due });
      continue;
    }
    const change = changeOf(event);
    if (change) told.set(change.clockId, change);
  }
  const kept = ticked.clocks.filter(isCounting).map((clock): Move => {
    const dueBefore = new Date(clock.dueAt).toISOString();
    const change = told.get(clock.clockId) ?? { change: 'unchanged' as const, dueAfter: dueBefore };
    return { ...facts(clock), change: change.change, dueBefore, dueAfter: change.dueAfter };
  });
  return [...kept, ...started];
}

function changeOf(event: CaseEvent) {
  if (event.name === 'clockCancelled') {
    return { clockId: event.data.clockId, change: 'ended' as const, dueAfter: null };
  }
  if (event.name !== 'clockRecalculated') return undefined;
  const { clockId, before, after } = event.data;
  const moved = Date.parse(after.dueAt) - Date.parse(before.dueAt);
  const change: Move['change'] = moved === 0 ? 'unchanged' : moved > 0 ? 'later' : 'earlier';
  return { clockId, change, dueAfter: after.dueAt };
}
