import type { ChainsQuery, ChainsView, DutyBody } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Queries } from '#platform';
import { onDuty } from '../domain/duty/on-duty.js';
import { chainWarnings, ladderChains } from '#sla';
import type { Policy } from '#sla';

const iso = (instant: number) => new Date(instant).toISOString();

/** Whom a policy's alerts would tell, and what is wrong with its ladders; nothing is told to anybody. */
export async function chainsOf(
  { database, clock }: ServiceRuntime,
  policy: Policy,
  query: ChainsQuery,
  duty: DutyBody,
): Promise<ChainsView> {
  const startedAt = query.at === undefined ? clock.now() : Date.parse(query.at);
  const people = await countPeople(database);
  const chains = ladderChains(policy, startedAt, query.severity)
    .filter(({ rule }) => query.rule === undefined || rule === query.rule)
    .map(({ rule, clock: { kind, stage }, ladder, cause, threshold, steps }) => ({
      ...{ rule, kind, stage: stage ?? null, ladder, cause, threshold: threshold ?? null },
      steps: steps.map(({ level: { id, level, audience, roster }, dueAt, at }) => ({
        ...{ step: id, level, audience, dueAt: iso(dueAt), at: iso(at) },
        people: people?.get(audience) ?? (people ? 0 : null),
        called: roster === undefined ? null : onDuty(duty, roster, at),
      })),
    }));
  const warnings = warningsOf(policy, startedAt, people, unmanned(policy, chains));
  return { startedAt: iso(startedAt), chains, warnings };
}

function warningsOf(
  policy: Policy,
  startedAt: number,
  people: ReadonlyMap<string, number> | undefined,
  unmannedLevels: readonly Gap[],
): ChainsView['warnings'] {
  const nobody = (policy.ladders ?? []).flatMap(({ id, levels }) =>
    levels
      .filter(({ audience }) => people && !people.has(audience))
      .map((level) => ({ rule: 'nobody' as const, ladder: id, level: level.id })),
  );
  return [...chainWarnings(policy, startedAt), ...nobody, ...unmannedLevels].map((warning) => ({
    ...warning,
    level: warning.level ?? null,
    message: messageOf(warning),
  }));
}

interface Gap {
  rule: 'nobody-on-duty';
  ladder: string;
  level: string;
}

/** Levels whose roster has nobody who could be called when one of the chains comes to them. */
function unmanned({ ladders = [] }: Policy, chains: ChainsView['chains']): Gap[] {
  return ladders.flatMap(({ id: ladder, levels }) =>
    levels
      .filter(({ id }) =>
        chains.some(
          (chain) =>
            chain.ladder === ladder &&
            chain.steps.some(({ step, called }) => step === id && called?.agentId === null),
        ),
      )
      .map(({ id: level }) => ({ rule: 'nobody-on-duty' as const, ladder, level })),
  );
}

function messageOf({ rule, ladder, level }: { rule: string; ladder: string; level?: string }) {
  switch (rule) {
    case 'unused-ladder':
      return { zh: `没有时钟使用阶梯 ${ladder}`, en: `no clock names the ladder ${ladder}` };
    case 'unreachable-level':
      return {
        zh: `阶梯 ${ladder} 的 ${level} 级永远不会被通知`,
        en: `the level ${level} of the ladder ${ladder} is never told`,
      };
    case 'breach-untold':
      return {
        zh: `阶梯 ${ladder} 没有接收超时的级别：超时只通知班长，不再上报`,
        en: `no level of the ladder ${ladder} is told of a breach: supervisors are, and it does not climb`,
      };
    case 'nobody-on-duty':
      return {
        zh: `阶梯 ${ladder} 的 ${level} 级届时值班表上无人可叫`,
        en: `nobody of the roster of the level ${level} of the ladder ${ladder} is there then`,
      };
    default:
      return {
        zh: `阶梯 ${ladder} 的 ${level} 级没有在职人员`,
        en: `nobody active in the organisation is of the level ${level} of the ladder ${ladder}`,
      };
  }
}

/** Active people by role; undefined while the roles of some are not known, since an older version kept none. */
async function countPeople(database: Queries): Promise<Map<string, number> | undefined> {
  const rows = await database.query<{ role: string | null; isUnknown: boolean; people: number }>(
    `select r.role, bool_or(agents.roles is null) as "isUnknown", count(*)::int as people
       from agents left join lateral json_array_elements_text(agents.roles::json) as r(role) on true
      where active group by r.role`,
  );
  if (rows.some(({ isUnknown }) => isUnknown)) return undefined;
  return new Map(rows.map(({ role, people }) => [String(role), people]));
}
