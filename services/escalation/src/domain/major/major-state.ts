import type { StakeholderKind } from '#contracts';

/** Of a major complaint: who settles it together, and who has a say in it. */
export interface MajorFacts {
  readonly taskForce?: { readonly lead: string; readonly members: readonly string[] };
  readonly stakeholders?: readonly {
    readonly id: string;
    readonly kind: StakeholderKind;
    readonly speaker: string;
  }[];
}

/** The agents who take part in a major complaint. */
export function takingPart({ taskForce, stakeholders = [] }: MajorFacts): string[] {
  const named = taskForce ? [taskForce.lead, ...taskForce.members] : [];
  return [...new Set([...named, ...stakeholders.map(({ speaker }) => speaker)])];
}
