import type { Tx } from '#platform';
import { readsAll } from '../alerts/alert-access.js';
import { onDuty } from '../domain/duty/on-duty.js';
import type { DutyStore } from '../duty/duty-store.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { Channel } from './channel-rows.js';
import type { ToldAlert } from './told-alert.js';

/** A channel with the unit of the agent whom its owner is. */
export interface OwnedChannel extends Channel {
  unit: string | null;
}
/** A channel with the desks that its owner is of, as for the API (`desksOf`). */
export interface ReaderChannel extends OwnedChannel {
  desks: readonly string[];
}

/** Whom the levels of some alerts name: people, and units with those beneath them. */
export interface NamedReaders {
  people(alert: ToldAlert): ReadonlySet<string>;
  units(alert: ToldAlert): ReadonlySet<string>;
}

/**
 * Whom of those who see its case an alert is mailed to: the people and the unit that its level names. Where
 * it names none, or none of them has a channel, everybody of its audience, and where that is kept away with all
 * levels above it, supervisors outside the line: an alert never goes nowhere. Who
 * belongs to a desk that is told as a whole is told in any case, whatever their role.
 */
export function readersOf<C extends ReaderChannel>(
  alert: ToldAlert,
  shown: readonly C[],
  named: NamedReaders,
): C[] {
  const [people, units] = [named.people(alert), named.units(alert)];
  const { desk } = alert;
  const isOfDesk = ({ desks }: C) => desk !== undefined && desks.includes(desk);
  const isNamed = (channel: C) => {
    if (channel.agentId !== null && people.has(channel.agentId)) return true;
    return channel.unit !== null && units.has(channel.unit) && isToldTo(channel, alert);
  };
  const isNaming = people.size > 0 || units.size > 0;
  const chosen = shown.filter((one) => (isNaming && isOfDesk(one)) || isNamed(one));
  if (chosen.length > 0) return chosen;
  const audience = shown.filter((one) => isOfDesk(one) || isToldTo(one, alert));
  if (audience.length > 0 || !isLastResort(alert)) return audience;
  const supervisors = shown.filter(({ roles }) => roles.includes('supervisor'));
  return supervisors.length > 0 ? supervisors : shown.filter(readsAll);
}

/** Whether the level reached was passed over itself, as no level above it could be told either. */
function isLastResort({ told, passedOver = [] }: ToldAlert): boolean {
  const reached = told.at(-1);
  return reached !== undefined && passedOver.some(({ step }) => step === reached.step);
}

/** Agents are told of their own cases, everybody else of what is for their role. */
export function isToldTo(
  { roles, agentId }: Pick<Channel, 'roles' | 'agentId'>,
  { audience, owner }: Pick<ToldAlert, 'audience' | 'owner'>,
): boolean {
  if (!roles.some((role) => role === audience)) return false;
  return audience !== 'agent' || owner === undefined || owner === agentId;
}

/** Reads at once what is asked of each alert: whose turn it was, and which units are beneath which. */
export async function namedReaders(
  tx: Tx,
  alerts: readonly ToldAlert[],
  states: ReadonlyMap<string, OpenedCase>,
  duty: DutyStore,
): Promise<NamedReaders> {
  const onCall = alerts.filter(({ roster }) => roster !== undefined);
  const dutyAt = await duty.at(tx, onCall.map(toldAt));
  const beneath = await unitsBeneath(
    tx,
    alerts.flatMap(({ unit }) => unit ?? []),
  );
  return {
    people(alert) {
      const { people = [], roster, caseId } = alert;
      if (roster === undefined) return new Set(people);
      const at = toldAt(alert);
      const keptFrom = states.get(caseId)?.conflict?.conflicted;
      const { agentId } = onDuty(dutyAt(at), roster, at, keptFrom);
      return new Set(agentId === null ? people : [...people, agentId]);
    },
    units: ({ unit }) => (unit === undefined ? new Set() : beneath(unit)),
  };
}

const toldAt = ({ told }: ToldAlert) => Date.parse(told.at(-1)!.at);

/** Each of some units with all beneath it. */
export async function unitsBeneath(
  tx: Pick<Tx, 'query'>,
  units: readonly string[],
): Promise<(unit: string) => ReadonlySet<string>> {
  if (units.length === 0) return () => new Set();
  const rows = await tx.query<{ top: string; code: string }>(
    `with recursive beneath (top, code) as (
       select u, u from unnest($1::text[]) as t(u)
       union select b.top, d.code from beneath b join directory d on d.kind = 'unit' and d.parent = b.code
     ) select top, code from beneath`,
    [[...new Set(units)]],
  );
  return (unit) => new Set(rows.flatMap(({ top, code }) => (top === unit ? code : [])));
}
