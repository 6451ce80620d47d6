import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { CaseCommand } from '../../src/domain/case-command.js';
import { workStages } from '../../src/domain/case-state.js';
import type { WorkStage } from '../../src/domain/case-state.js';
import type { SealedEvidence } from '../../src/domain/evidence/evidence-command.js';
import { hour } from '../given-case.js';

/** How much time passes before a move; to the due instant of a clock, or to just after it, where it says so. */
export type Wait = { ms: number } | { clock: number; past: 0 | 1 };

/**
 * One thing that is asked of a case, and when. Which stage goes on, and the ids of alerts and actions, are
 * known only as it runs.
 */
export interface Move {
  readonly wait: Wait;
  readonly ask:
    | { readonly command: CaseCommand; readonly toldAgoMs?: number }
    | { readonly goOn: Partial<Record<WorkStage, SealedEvidence>>; readonly toTheEnd: boolean }
    | { readonly acknowledge: number }
    | { readonly planIn: number }
    | { readonly completeAction: number }
    | { readonly order: 'answer' | 'decline' | 'drop'; readonly index: number; readonly by: string }
    | { readonly decide: 'approved' | 'refused'; readonly index: number; readonly by: string }
    | { readonly command: CaseCommand; readonly dueIn: number };
}

export const day = 24 * hour;
export const units = fc.constantFrom('north', 'south', 'east');
export const people = fc.constantFrom('a-7', 'a-8', 's-001');
export const stage = fc.constantFrom(...workStages);

export type Asked = Extract<Move['ask'], { command: CaseCommand }>;
/** Told as it happens. */
export const plain = (command: Arbitrary<CaseCommand>): Arbitrary<Asked> =>
  command.map((one) => ({ command: one }));
