import type { Channel, RemedyAnswer } from '#contracts';

export interface Remedy {
  readonly id: string;
  readonly cost: number;
  readonly by: string;
  /** Proposed while nobody whose authority covers its cost has decided. */
  readonly status: 'proposed' | 'granted' | 'refused';
  /** What the customer said to it last. */
  readonly answer?: RemedyAnswer;
  /** Granted before the case was opened again: its customer may still answer it, and it settles nothing any more. */
  readonly earlier?: true;
}

export interface PreventiveAction {
  readonly id: string;
  readonly owner: string;
  /** Who is its object, as who is sent to a training. */
  readonly concerns?: string;
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

/** Granted since the case was last opened, and not refused by the customer: whoever does not take it is given nothing. */
export const isGiven = ({
  status,
  answer,
  earlier,
}: Pick<Remedy, 'status' | 'answer' | 'earlier'>): boolean =>
  status === 'granted' && answer !== 'refused' && !earlier;

/** What all remedies that are given cost together. */
export const grantedCost = ({ remedies = [] }: Resolution): number =>
  remedies.reduce((sum, one) => (isGiven(one) ? sum + one.cost : sum), 0);

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
  remedyOffered: ({ remedies = [] }) => remedies.some(isGiven),
  remedyCost: ({ remedies = [] }) => remedies.some(isGiven),
  rootCause: ({ cause }) => cause !== undefined,
  preventiveAction: ({ actions = [] }) =>
    actions.some(({ earlier, status }) => !earlier && status !== 'dropped'),
};
