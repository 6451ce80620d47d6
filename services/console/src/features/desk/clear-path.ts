import type { Channel, ClearStage, Intake } from './desk-types.js';
import { givenEvidence, unclassified } from './intake.js';

/** The stages of the work on a complaint, in their order. */
export const clearStages = [
  'control',
  'listen',
  'establish',
  'apologise',
  'resolve',
] as const satisfies readonly ClearStage[];

/** What each stage asks for, in the order in which an agent would ask; the server decides in the end. */
export const askedFor = {
  control: ['owner', 'acknowledged', 'emotionLevel'],
  listen: ['contact', 'facts', 'happenedAt', 'place', 'product', 'remedySought'],
  establish: ['restatement', 'confirmed', 'category', 'department'],
  apologise: ['apology', 'apologyChannel', 'remedyOffered'],
  resolve: ['resolution', 'remedyCost', 'rootCause', 'preventiveAction', 'customerTold'],
} as const satisfies Record<ClearStage, readonly string[]>;

export type EvidenceName = (typeof askedFor)[ClearStage][number];

export interface StageProgress {
  stage: ClearStage;
  missing: EvidenceName[];
  /** It would end when the complaint is filed now: nothing is missing in it or in the stages before it. */
  ends: boolean;
}

/** Who rings or comes has been spoken to; who writes has not. */
const isSpokenTo = (channel: Channel) => channel === 'phone' || channel === 'visit';

/** What a complaint proves by itself: nobody is asked for it twice. */
function isProven(name: EvidenceName, intake: Intake, hasOwner: boolean): boolean {
  switch (name) {
    case 'owner':
      return hasOwner;
    case 'contact':
      return isSpokenTo(intake.channel);
    case 'product':
      return intake.product !== undefined;
    case 'category':
      return intake.category !== undefined && intake.category !== unclassified;
    case 'department':
      return intake.organisation !== undefined;
    default:
      return false;
  }
}

/** How far the stages would be when the complaint is filed as it stands. `hasOwner`: whoever files it is an agent. */
export function progressOf(intake: Intake, hasOwner: boolean): StageProgress[] {
  const given = givenEvidence(intake);
  const stages = clearStages.map((stage) => {
    const answers = new Set(Object.keys(given[stage] ?? {}));
    const names: readonly EvidenceName[] = askedFor[stage];
    const missing = names.filter((name) => !answers.has(name) && !isProven(name, intake, hasOwner));
    return { stage, missing };
  });
  const stop = stages.findIndex(({ missing }) => missing.length > 0);
  return stages.map((one, index) => ({ ...one, ends: stop === -1 || index < stop }));
}
