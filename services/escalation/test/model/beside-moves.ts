import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { CaseCommand } from '../../src/domain/case-command.js';
import { received, sealed } from '../given-case.js';
import { day, people, plain, stage, units } from './move.js';
import type { Move } from './move.js';

const by = people;
const dueIn = fc.nat(4 * day);
const dueLater = (command: Arbitrary<CaseCommand>) => fc.record({ command, dueIn });
const text = fc.constant(sealed);
/** Instants of orders are told as the move is made. */
const dueAt = fc.constant(0);
const otherCases = fc.constantFrom(
  '019aafe0-0000-7000-8000-00000000c0a1',
  '019aafe0-0000-7000-8000-00000000c0a2',
);

const within = fc.option(fc.integer({ min: 1, max: 4_320 }), { nil: undefined });

/** What other units are asked for, and what becomes of it. */
export const orderMoves: Arbitrary<Move['ask']>[] = [
  dueLater(
    fc.record({
      type: fc.constant('co-handle' as const),
      units: fc.uniqueArray(units, { minLength: 1, maxLength: 2 }),
      ...{ dueAt, text, by },
    }),
  ),
  dueLater(
    fc
      .record({ unit: fc.option(units, { nil: undefined }), dueAt, text, by })
      .map(({ unit, ...given }) => ({
        ...{ type: 'supervise' as const, ...given },
        ...(unit && { unit }),
      })),
  ),
  dueLater(
    fc.record({
      type: fc.constant('mark-problem' as const),
      accused: people,
      desk: units,
      followUpDays: fc.integer({ min: 1, max: 14 }),
      ...{ dueAt, text, by },
    }),
  ),
  ...[1, 2].map(() =>
    fc.record({
      order: fc.constantFrom(
        'answer' as const,
        'answer' as const,
        'decline' as const,
        'drop' as const,
      ),
      index: fc.nat(2),
      by,
    }),
  ),
];

/** Other cases that turn out to be the same, what one may not decide alone, and words instead of evidence. */
export const linkMoves: Arbitrary<Move['ask']>[] = [
  plain(
    fc
      .record({ caseId: otherCases, isLater: fc.nat(4).map((one) => one === 0), by })
      .map(({ caseId, isLater, by: one }) => ({
        ...{ type: 'merge' as const, reason: 'same-matter' as const, by: one },
        into: { caseId, number: '2026-0000001-9', receivedAt: received + (isLater ? 1 : -1) },
      })),
  ),
  ...[1, 2].map(() =>
    plain(
      by.map((one) => ({ type: 'unmerge' as const, reason: 'other-matter' as const, by: one })),
    ),
  ),
  ...(['join-duplicate', 'release-duplicate'] as const).map((type) =>
    plain(
      fc.record({ caseId: otherCases, by }).map(({ caseId, by: one }) => ({
        ...{ type, duplicate: { caseId, number: '2026-0000001-9' }, by: one },
      })),
    ),
  ),
  plain(
    fc
      .record({ isReopening: fc.boolean(), within, by })
      .map(({ isReopening, within: withinMinutes, by: one }) => {
        const proposed: CaseCommand = isReopening
          ? { type: 'reopen', reason: 'not-settled', by: one }
          : { type: 'withdraw', channel: 'phone', by: one };
        const command = isReopening ? ('reopen' as const) : ('withdraw' as const);
        const asked = { command, proposed, decides: 'supervisor' as const, input: sealed, by: one };
        const timed = withinMinutes !== undefined && { withinMinutes };
        return { type: 'ask-approval' as const, ...asked, ...timed };
      }),
  ),
  fc.record({
    decide: fc.constantFrom('approved' as const, 'refused' as const),
    index: fc.nat(1),
    by,
  }),
  plain(
    stage.map((name) => ({
      ...{ type: 'override-stage' as const, stage: name, by: 's-001' },
      reason: 'customer-unreachable' as const,
    })),
  ),
];
