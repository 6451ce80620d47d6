import type { CaseStage, ClockKind, DueClock, DueTask } from '#contracts';
import type { OpenedCase } from '../domain/case-state.js';
import { isToDo } from '../domain/resolution/resolution-state.js';

const iso = (instant: number) => new Date(instant).toISOString();

const caseOf = ({ id, number, priority, owner, dimensions: { unit } }: OpenedCase) => ({
  ...{ caseId: id, number, priority, owner: owner ?? null, unit: unit ?? null },
});

/** Running clocks of a case that are due up to an instant. */
export function dueClocks(state: OpenedCase, until: number): DueClock[] {
  return state.clocks
    .filter((clock) => clock.state === 'running' && clock.dueAt <= until)
    .map(({ clockId, kind, stage, dueAt }) => ({
      ...caseOf(state),
      ...{ clockId, kind: kind as ClockKind },
      ...(stage !== undefined && { stage: stage as CaseStage }),
      dueAt: iso(dueAt),
    }));
}

/** What people were asked for in a case and have not done, of what is due up to an instant. */
export function dueTasks(state: OpenedCase, until: number): DueTask[] {
  const { orders = [], approvals = [], resolution } = state;
  const tasks = [
    ...orders.map(({ id, unit, dueAt }) => ({
      ...{ taskId: id, kind: 'order' as const, dueAt },
      // Of whoever is asked: the case has another owner.
      ...{ unit, owner: null },
    })),
    ...(resolution?.actions ?? [])
      .filter(isToDo)
      .map(({ id, owner, dueAt }) => ({ taskId: id, kind: 'action' as const, owner, dueAt })),
    ...approvals.flatMap(({ id, dueAt }) =>
      dueAt === undefined ? [] : { taskId: id, kind: 'approval' as const, owner: null, dueAt },
    ),
  ];
  return tasks
    .filter(({ dueAt }) => dueAt <= until)
    .map((task) => ({ ...caseOf(state), ...task, dueAt: iso(task.dueAt) }));
}
