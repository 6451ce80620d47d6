import type { CalledPerson, ChainsView } from '#contracts';
import type { LadderLevel } from '#sla';
import { isOfLevel, withoutMailbox } from './chain-staff.js';
import type { Staff } from './chain-staff.js';

type Step = ChainsView['chains'][number]['steps'][number];
type LeftOut = NonNullable<Step['leftOut']>[number];

/** More of a level than anybody reads; the counts beside them are whole. */
const longest = 200;

/**
 * Who a level tells, and whom of those it could tell it leaves out and why. Whoever no mail reaches is told on screens,
 * and stands in both.
 * @param called whose turn it is of the level's roster
 * @param kept agents from whom such a case would be kept
 */
export function peopleOfStep(
  level: LadderLevel,
  staff: Staff,
  called: CalledPerson | null,
  kept: readonly string[],
): Required<Pick<Step, 'who' | 'leftOut'>> {
  const { people = [], unit, roster } = level;
  const isNaming = people.length > 0 || roster !== undefined;
  const active = new Set(staff.agents.map(({ id }) => id));
  const ofRole = staff.agents.filter(
    (agent) => (unit !== undefined || !isNaming) && isOfLevel(agent, level, staff),
  );
  const here = [...people.filter((id) => active.has(id)), ...ofRole.map(({ id }) => id)];
  const free = here.filter((id) => !kept.includes(id));
  const who = [...new Set([...(called?.agentId ? [called.agentId] : []), ...free])];
  const gone = people.filter((id) => !active.has(id));
  const leftOut = [
    ...passedOver(called),
    ...gone.map((agentId): LeftOut => ({ agentId, why: 'gone', standIn: null })),
    ...here.flatMap((agentId): LeftOut[] =>
      kept.includes(agentId) ? [{ agentId, why: 'kept', standIn: null }] : [],
    ),
    ...withoutMailbox(who, staff).map((agentId): LeftOut => ({
      agentId,
      why: 'no-channel',
      standIn: null,
    })),
  ];
  const once = leftOut.filter(
    ({ agentId, why }, index) =>
      leftOut.findIndex((one) => one.agentId === agentId && one.why === why) === index,
  );
  return { who: who.slice(0, longest), leftOut: once.slice(0, longest) };
}

/** Who was passed over of a roster; whose stand-in was called is the first who is away. */
function passedOver(called: CalledPerson | null): LeftOut[] {
  if (!called) return [];
  const away = called.passedOver.find(({ why }) => why === 'absent');
  return called.passedOver.map(({ agentId, why }): LeftOut => {
    if (why === 'conflict') return { agentId, why: 'kept', standIn: null };
    const isReplaced = called.because === 'stand-in' && agentId === away?.agentId;
    if (!isReplaced) return { agentId, why: 'absent', standIn: null };
    return { agentId, why: 'stand-in', standIn: called.agentId };
  });
}
