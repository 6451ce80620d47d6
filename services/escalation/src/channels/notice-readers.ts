import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { Channel } from './channel-rows.js';
import type { OwnedChannel } from './mail-readers.js';

/** A channel with the cases that its owner sees, and the desks that the owner is of. */
export interface NoticeReader extends OwnedChannel {
  access: CaseAccess;
  desks: readonly string[];
}

/**
 * Who is asked whether somebody may see a case: its owner. Without a mailbox of theirs the supervisors of its units,
 * and without one of those everybody above who sees it: a question never goes nowhere.
 */
export function askedToLetIn<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  asking: string,
): R[] {
  const seeing = readers.filter(
    ({ access, agentId }) => agentId !== asking && maySee(access, state),
  );
  return first(
    seeing.filter(({ agentId }) => agentId !== null && agentId === state.owner),
    seeing.filter((one) => one.roles.includes('supervisor') && one.access.sees === 'own'),
    seeing.filter(isAbove),
  );
}

/**
 * Who is told of an order: whoever is of the unit that was asked or of one beneath it, as where a ladder names a unit.
 * Without a mailbox among them those who stand above the unit, and without one of those everybody above who sees the
 * case. Nobody is told of what they asked for themselves.
 */
export function toldOfOrder<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  { unit, by }: { unit: string; by: string },
  beneath: ReadonlySet<string>,
): R[] {
  const seeing = readers.filter(
    ({ access, agentId, username }) => (agentId ?? username) !== by && maySee(access, state),
  );
  return first(
    seeing.filter((one) => one.unit !== null && beneath.has(one.unit) && one.desks.length > 0),
    seeing.filter(({ desks }) => desks.includes(unit)),
    seeing.filter(isAbove),
  );
}

/** Who is told of a promise of a unit: whoever is of it or stands above it, else everybody above. */
export function toldOfDesk<R extends NoticeReader>(readers: readonly R[], desk: string): R[] {
  return first(
    readers.filter(({ desks }) => desks.includes(desk)),
    readers.filter(isAbove),
  );
}

const above: readonly string[] = ['supervisor', 'manager', 'admin'];
const isAbove = ({ roles }: Channel) => roles.some((role) => above.includes(role));
const first = <R>(...groups: R[][]): R[] => groups.find(({ length }) => length > 0) ?? [];
