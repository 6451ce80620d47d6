import type { Channel } from '#contracts';

export interface Remedy {
  readonly id: string;
  readonly cost: number;
  readonly by: string;
  /** Proposed while nobody whose authority covers its cost has decided. */
  readonly status: 'proposed' | 'granted' | 'refused';
}

export interface PreventiveAction {
  readonly id: string;
  readonly owner: string;
  readonly dueAt: number;
  readonly status: 'open' | 'overdue' | 'done' | 'dropped';
  /** Planned before the case was opened again. */
  readonly earlier?: true;
}

/** What was recorded towards a settlement; of free texts only that they are there. */
export interface Resolution {
  readonly apologyChannel?: Channel;
  readonly remedies?: readonly Remedy[];
  readonly cause?: string;
  readonly actions?: readonly PreventiveAction[];
}

/** What all granted remedies cost together. */
export const grantedCost = ({ remedies = [] }: Resolution): number =>
  remedies.reduce((sum, { cost, status }) => (status === 'granted' ? sum + cost : sum), 0);

/** Whether somebody still has to carry an action out. */
export const isToDo = ({ status }: Pick<PreventiveAction, 'status'>): boolean =>
  status === 'open' || status === 'overdue';

/** When the earliest open preventive action is due; its alert is due a millisecond later, as every breach. */
export function nextActionInstant(resolution: Resolution | undefined): number | undefined {
  const due = resolution?.actions?.flatMap(({ status, dueAt }) => (status === 'open' ? dueAt : []));
  return due && due.length > 0 ? Math.min(...due) + 1 : undefined;
}

/**
 * What is recorded and counts as evidence of a stage: nobody is asked for it again. Of a case that was
 * opened again only what was recorded since.
 */
export const provenByResolution: Readonly<Record<string, (resolution: Resolution) => boolean>> = {
  apology: ({ apologyChannel }) => apologyChannel !== undefined,
  apologyChannel: ({ apologyChannel }) => apologyChannel !== undefined,
  remedyOffered: ({ remedies = [] }) => remedies.some(({ status }) => status === 'granted'),
  remedyCost: ({ remedies = [] }) => remedies.some(({ status }) => status === 'granted'),
  rootCause: ({ cause }) => cause !== undefined,
  preventiveAction: ({ actions = [] }) =>
    actions.some(({ earlier, status }) => !earlier && status !== 'dropped'),
};
