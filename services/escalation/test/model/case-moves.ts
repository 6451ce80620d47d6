import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { CaseCommand, ComplaintFacts } from '../../src/domain/case-command.js';
import { workStages } from '../../src/domain/case-state.js';
import type { WorkStage } from '../../src/domain/case-state.js';
import { hour, received, sealed } from '../given-case.js';
import { linkMoves, orderMoves } from './beside-moves.js';
import { day, people, plain, stage, units } from './move.js';
import type { Asked, Move, Wait } from './move.js';

const by = people;
const severities = fc.constantFrom('low' as const, 'normal' as const, 'critical' as const);

const full: Record<
  WorkStage,
  { evidence: Record<string, string | boolean | number>; texts: string[] }
> = {
  control: { evidence: { acknowledged: true, emotionLevel: 3 }, texts: [] },
  listen: {
    evidence: { happenedAt: '2026-01-04T10:00:00.000Z', product: 'meter' },
    texts: ['facts', 'place', 'remedySought'],
  },
  establish: { evidence: { confirmed: true }, texts: ['restatement'] },
  apologise: { evidence: { apologyChannel: 'phone' }, texts: ['apology', 'remedyOffered'] },
  resolve: {
    evidence: { remedyCost: 86.4, customerTold: true },
    texts: ['resolution', 'rootCause', 'preventiveAction'],
  },
};

/** Mostly all that a stage asks for; else without one thing, or with one that says no, or none of it. */
const evidenceOf = (name: WorkStage) =>
  fc
    .record({
      lacks: fc.oneof(
        { weight: 5, arbitrary: fc.constant(-1) },
        { weight: 1, arbitrary: fc.nat(5) },
      ),
      saysNo: fc.nat(9).map((one) => one === 0),
      department: fc.option(units, { nil: undefined }),
      category: fc.constantFrom(undefined, 'billing', 'leak'),
      isNothing: fc.nat(9).map((one) => one === 0),
    })
    .map(({ lacks, saysNo, department, category, isNothing }) => {
      if (isNothing) return { evidence: {}, texts: {} };
      const facts = Object.entries(full[name].evidence);
      const placed = name === 'establish' ? { department, category } : {};
      const given = Object.entries(placed).filter(([, value]) => value !== undefined);
      const all = [...facts, ...given, ...full[name].texts.map((text) => [text, sealed] as const)];
      const left = all.filter((_, index) => index !== lacks);
      return {
        evidence: Object.fromEntries(
          left
            .filter(([, value]) => value !== sealed)
            .map(([key, value]) => [key, saysNo && value === true ? false : value]),
        ) as Record<string, string | boolean | number>,
        texts: Object.fromEntries(left.filter(([, value]) => value === sealed)) as Record<
          string,
          typeof sealed
        >,
      };
    });

const ofStage = <T>(make: (name: WorkStage) => Arbitrary<T>) => stage.chain(make);
const toldAgoMs = fc.option(fc.nat(10 * day), { nil: undefined, freq: 4 });
const told = (command: Arbitrary<CaseCommand>): Arbitrary<Asked> =>
  fc
    .record({ command, toldAgoMs })
    .map(({ command: one, toldAgoMs: ago }) =>
      ago === undefined ? { command: one } : { command: one, toldAgoMs: ago },
    );

const stageMoves = [
  told(
    ofStage((name) =>
      evidenceOf(name).map((given) => ({
        ...{ type: 'complete-stage' as const, stage: name, by: 'a-7' },
        ...given,
      })),
    ),
  ),
  plain(
    fc
      .uniqueArray(stage, { minLength: 1, maxLength: 5 })
      .chain((names) =>
        fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), evidenceOf(name)))),
      )
      .map((stages) => {
        const sorted = [...stages].sort(
          ([a], [b]) => workStages.indexOf(a) - workStages.indexOf(b),
        );
        const given = Object.fromEntries(sorted);
        return { type: 'complete-stages' as const, stages: given, by: 'a-7' };
      }),
  ),
  plain(
    ofStage((name) =>
      evidenceOf(name).map((given) => ({
        ...{ type: 'add-evidence' as const, stage: name, by: 'a-7' },
        ...given,
      })),
    ),
  ),
  plain(evidenceOf('resolve').map((given) => ({ type: 'resolve' as const, by: 'a-7', ...given }))),
  plain(by.map((one) => ({ type: 'close' as const, reason: 'customer-agreed' as const, by: one }))),
  plain(by.map((one) => ({ type: 'reopen' as const, reason: 'not-settled' as const, by: one }))),
  plain(by.map((one) => ({ type: 'withdraw' as const, channel: 'phone' as const, by: one }))),
  plain(
    fc
      .constantFrom(
        { satisfied: true, outcome: 'reached', source: 'callback' as const },
        { satisfied: false, outcome: 'reached', source: 'callback' as const },
        { outcome: 'unreachable', source: 'callback' as const },
        { outcome: 'answered', source: 'survey' as const },
      )
      .map((given) => ({ type: 'note-feedback' as const, sourceId: 'f-1', ...given })),
  ),
];

const clockMoves = [
  told(
    fc.constantFrom('inbound' as const, 'outbound' as const).map((direction) => ({
      ...{ type: 'record-contact' as const, channel: 'phone' as const, direction, by: 'a-7' },
    })),
  ),
  plain(
    by.map((one) => ({ type: 'pause' as const, reason: 'awaiting-customer' as const, by: one })),
  ),
  plain(by.map((one) => ({ type: 'resume' as const, by: one }))),
  plain(fc.record({ type: fc.constant('change-priority' as const), priority: severities, by })),
  plain(fc.record({ type: fc.constant('change-severity' as const), severity: severities, by })),
  plain(
    fc.record({
      type: fc.constant('amend-codes' as const),
      category: fc.constantFrom('billing', 'leak'),
      product: fc.constantFrom('meter', 'boiler', 'none'),
      reason: fc.constant('mis-keyed' as const),
      by,
    }),
  ),
  plain(
    fc
      .record({
        severity: fc.option(severities, { nil: undefined }),
        emotionLevel: fc.integer({ min: 1, max: 5 }),
        by,
      })
      .map(({ severity, ...given }) => ({
        ...{ type: 'triage' as const, ...given },
        ...(severity && { severity }),
      })),
  ),
  plain(
    fc.record({
      type: fc.constant('request-extension' as const),
      clock: fc.constantFrom('statutory', 'statutory', 'resolution'),
      reason: fc.constant('complex-facts' as const),
      by,
    }),
  ),
  plain(
    fc.record({ by, isTold: fc.nat(4).map((one) => one > 0) }).map(({ by: one, isTold }) => ({
      ...{ type: 'approve-extension' as const, by: one },
      ...(isTold && { notice: { channel: 'phone' as const, text: sealed } }),
    })),
  ),
  plain(
    by.map((one) => ({
      ...{ type: 'refuse-extension' as const, reason: 'not-justified' as const, by: one },
    })),
  ),
  plain(fc.constant({ type: 'tick' as const })),
];

const otherMoves = [
  plain(
    fc
      .record({ owner: people, unit: fc.option(units, { nil: undefined }), by })
      .map(({ unit, ...given }) => ({
        ...{ type: 'assign' as const, ...given },
        ...(unit && { unit }),
      })),
  ),
  plain(
    fc.record({
      type: fc.constant('transfer' as const),
      to: units,
      reason: fc.constant('on-site-work' as const),
      by,
    }),
  ),
  plain(fc.record({ type: fc.constant('accept-transfer' as const), owner: people, by })),
  plain(
    fc.record({
      type: fc.constant('refuse-transfer' as const),
      reason: fc.constant('not-responsible' as const),
      by,
    }),
  ),
  plain(fc.record({ type: fc.constant('hand-back' as const), result: fc.constant(sealed), by })),
  plain(
    by.map((one) => ({
      type: 'record-apology' as const,
      channel: 'phone' as const,
      text: sealed,
      by: one,
    })),
  ),
  plain(
    fc.constantFrom(100, 900).map((cost) => ({
      ...{ type: 'offer-remedy' as const, kind: 'discount' as const, cost, text: sealed },
      ...{ by: 'a-7', roles: ['agent' as const] },
    })),
  ),
  plain(
    by.map((one) => ({
      type: 'record-cause' as const,
      cause: 'product.wear',
      text: sealed,
      by: one,
    })),
  ),
  fc.nat(30 * day).map((planIn) => ({ planIn })),
  fc.nat(2).map((index) => ({ completeAction: index })),
  fc.nat(9).map((index) => ({ acknowledge: index })),
];

const waits: Arbitrary<Wait> = fc.oneof(
  fc.constant({ ms: 0 }),
  fc.nat(2 * hour).map((ms) => ({ ms })),
  fc.nat(3 * day).map((ms) => ({ ms })),
  fc.record({ clock: fc.nat(9), past: fc.constantFrom(0 as const, 1 as const) }),
);

/** The stage that the case is at, or all that are left, with all they ask for. */
const goingOn = fc
  .record({ isWhole: fc.nat(5), toTheEnd: fc.nat(2).map((one) => one === 0) })
  .map(({ isWhole, toTheEnd }) => {
    const goOn = Object.fromEntries(
      workStages.map((name) => {
        const texts = full[name].texts.slice(isWhole > 0 ? 0 : 1);
        const placed = name === 'establish' ? { category: 'billing', department: 'north' } : {};
        const sealedTexts = Object.fromEntries(texts.map((text) => [text, sealed]));
        return [name, { evidence: { ...full[name].evidence, ...placed }, texts: sealedTexts }];
      }),
    );
    return { goOn, toTheEnd };
  });

/** Stages go on often enough for sequences to come to their end, and to begin again. */
export const moves: Arbitrary<Move> = fc.record({
  wait: waits,
  ask: fc.oneof(
    { weight: 2, arbitrary: goingOn },
    { weight: 3, arbitrary: fc.oneof(...stageMoves) },
    { weight: 2, arbitrary: fc.oneof(...clockMoves) },
    { weight: 2, arbitrary: fc.oneof(...otherMoves) },
    { weight: 1, arbitrary: fc.oneof(...orderMoves) },
    { weight: 1, arbitrary: fc.oneof(...linkMoves) },
  ),
});

export const complaints: Arbitrary<Partial<ComplaintFacts>> = fc
  .record({
    owner: fc.option(people, { nil: undefined, freq: 4 }),
    unit: fc.option(units, { nil: undefined }),
    channel: fc.constantFrom('phone' as const, 'web' as const),
    category: fc.constantFrom('billing', 'unclassified'),
    priority: severities,
    externalAfter: fc.option(fc.integer({ min: hour, max: 20 * day }), { nil: undefined }),
  })
  .map(({ owner, unit, channel, category, priority, externalAfter }) => ({
    owner,
    priority,
    dimensions: {
      ...{ category, channel, severity: priority, tier: 'standard' as const },
      ...(unit && { unit }),
    },
    ...(externalAfter !== undefined && { externalDueAt: received + externalAfter }),
  }));
