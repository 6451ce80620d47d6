import type { ChainsQuery, ChainsView, ChainWarningView, DutyBody } from '#contracts';
import { chainWarnings, causeOfTrigger, ladderChains, triggerChains } from '#sla';
import type { ChainStep, Ladder, LadderLevel, Policy, Reach } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';
import { onDuty } from '../domain/duty/on-duty.js';
import { reachFrom } from '../domain/ladder/pass-over.js';
import { peopleOfStep } from './chain-people.js';
import { countPeople, countReached, withoutMailbox } from './chain-staff.js';
import type { Staff } from './chain-staff.js';
import { messageOf } from './chain-words.js';
import type { Gap } from './chain-words.js';

type ViewedStep = ChainsView['chains'][number]['steps'][number];

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * Whom a policy's alerts would tell, and what is wrong with its ladders; nothing is told to anybody.
 * @param isNaming whether those of each level are named, not only counted
 */
export function chainsOf(
  policy: Policy,
  startedAt: number,
  { severity, rule: only, keptFrom }: Pick<ChainsQuery, 'severity' | 'rule' | 'keptFrom'>,
  staff: Staff,
  duty: DutyBody,
  isNaming = false,
): ChainsView {
  const kept = keptFrom?.split(',') ?? [];
  const viewed = ({ level, dueAt, at, passed }: ChainStep): ViewedStep => {
    const called = level.roster === undefined ? null : onDuty(duty, level.roster, at, kept);
    const named = isNaming
      ? peopleOfStep(level, staff, called, kept)
      : { who: null, leftOut: null };
    return {
      ...{ step: level.id, level: level.level, audience: level.audience },
      ...{ unit: level.unit ?? null, named: level.people ?? [] },
      ...{ dueAt: iso(dueAt), at: iso(at) },
      people: countPeople(level, staff) ?? null,
      reached: countReached(level, staff, called?.agentId) ?? null,
      called,
      passedOver: passed ?? null,
      ...named,
    };
  };
  const reach: Reach = (first, on, at) =>
    reachFrom(first, on, unitlessCase(severity, kept), at, { ...staff, duty });
  const chains = ladderChains(policy, startedAt, severity, reach)
    .filter(({ rule }) => only === undefined || rule === only)
    .map(({ rule, clock: { kind, stage }, ladder, cause, threshold, steps }) => ({
      ...{ rule, kind, stage: stage ?? null, ladder, cause, threshold: threshold ?? null },
      steps: steps.map(viewed),
    }));
  const triggers = triggerChains(policy, startedAt, severity, reach).map(({ trigger, steps }) => ({
    ...{ trigger: trigger.id, cause: causeOfTrigger(trigger), ladder: trigger.ladder },
    steps: steps.map(viewed),
  }));
  const unmanned = levelsOf(policy).filter(({ ladder, level }) =>
    [...chains, ...triggers].some(
      (chain) =>
        chain.ladder === ladder.id &&
        chain.steps.some(({ step, called }) => step === level.id && called?.agentId === null),
    ),
  );
  const warnings: Gap[] = [
    ...chainWarnings(policy, startedAt),
    ...staffGaps(policy, staff, duty),
    ...unmanned.map(({ ladder, level }) => gap('nobody-on-duty', ladder, level)),
  ];
  return { startedAt: iso(startedAt), chains, triggers, warnings: warnings.map(toWarning) };
}

/** What levels are held against: a case that everybody would see but for those it is kept from. */
function unitlessCase(severity: ChainsQuery['severity'], conflicted: readonly string[]) {
  const conflict = { accused: [], conflicted };
  return { priority: severity, dimensions: {}, conflict } as unknown as OpenedCase;
}

export function toWarning(warning: Gap): ChainWarningView {
  return { ...warning, level: warning.level ?? null, message: messageOf(warning) };
}

/** Every level of every ladder. */
export function levelsOf({ ladders = [] }: Policy): { ladder: Ladder; level: LadderLevel }[] {
  return ladders.flatMap((ladder) => ladder.levels.map((level) => ({ ladder, level })));
}

export function gap(
  rule: Gap['rule'],
  { id: ladder }: Ladder,
  { id: level }: LadderLevel,
  people: readonly string[] = [],
): Gap {
  return { rule, ladder, level, ...(people.length > 0 && { people: [...people] }) };
}

/** Levels that tell nobody, name what the organisation does not have, or whom no mail reaches. */
function staffGaps(policy: Policy, staff: Staff, { rosters }: DutyBody): Gap[] {
  const known = new Set(staff.agents.map(({ id }) => id));
  return levelsOf(policy).flatMap(({ ladder, level }): Gap[] => {
    const { unit, people = [], roster } = level;
    const unknown = people.filter((id) => !known.has(id));
    const onCall = rosters.find(({ id }) => id === roster)?.people ?? [];
    const named = [...people, ...onCall].filter((id) => known.has(id));
    const unreached = withoutMailbox(named, staff);
    const isSilent = named.length === 0 && countReached(level, staff) === 0;
    const gaps: Gap[] = [];
    if (countPeople(level, staff) === 0) gaps.push(gap('nobody', ladder, level));
    if (unit !== undefined && !staff.units.has(unit)) {
      gaps.push(gap('unknown-unit', ladder, level));
    }
    if (unknown.length > 0) gaps.push(gap('unknown-person', ladder, level, unknown));
    if (unreached.length > 0 || isSilent) gaps.push(gap('no-channel', ladder, level, unreached));
    return gaps;
  });
}
