import { isKeptFrom, maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { Channel } from './channel-rows.js';
import type { OwnedChannel } from './mail-readers.js';
import type { ReturnNotice, TransferredNotice, WithdrawnNotice } from './transfer-notice.js';

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
 * Without a mailbox among them those who answer for the unit from above, and without one of those whoever sees the
 * case and answers for every unit. Nobody is told of what they asked for themselves.
 */
export function toldOfOrder<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  { unit, by }: { unit: string; by: string },
  beneath: ReadonlySet<string>,
): R[] {
  const seeing = seeingBut(readers, state, by);
  return first(
    seeing.filter(isOf(beneath)),
    seeing.filter((one) => one.desks.includes(unit) && isAbove(one)),
    seeing.filter(answersForAll),
  );
}

/** Each unit with all beneath it. */
type Beneath = (unit: string) => ReadonlySet<string>;

/**
 * Who is told of a transfer: as of an order, but those alone who may take the case. That is nobody of the unit it comes
 * from, and of those above the other one only who may decide for it.
 */
export function toldOfTransfer<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  { from, to, by }: Pick<TransferredNotice, 'from' | 'to' | 'by'>,
  beneath: Beneath,
): R[] {
  const asking = unitsOf(from, to, beneath);
  const seeing = seeingBut(readers, state, by).filter((one) => !belongsTo(one, asking));
  return first(
    seeing.filter(isOf(unitsOf(to, from, beneath))),
    seeing.filter((one) => one.desks.includes(to) && isAbove(one)),
    seeing.filter(answersForAll),
  );
}

/**
 * Who is told that a case came back: who owned it before. Without a mailbox of theirs the unit that has it again, then
 * those above it who may decide for it. Nobody is told where its owner sent it back themselves.
 */
export function toldOfReturn<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  notice: ReturnNotice,
  beneath: Beneath,
): R[] {
  const { unit, backTo, by } = notice;
  // Until a transfer is accepted its owner stays.
  const owner = notice.kind === 'handed-back' ? notice.owner : state.owner;
  if (owner === by) return [];
  const returning = unitsOf(unit, backTo, beneath);
  const seeing = seeingBut(readers, state, by);
  const others = seeing.filter((one) => !belongsTo(one, returning));
  return first(
    seeing.filter(({ agentId }) => agentId !== null && agentId === owner),
    others.filter(isOf(unitsOf(backTo, unit, beneath))),
    others.filter((one) => backTo !== undefined && one.desks.includes(backTo) && isAbove(one)),
    others.filter(isAbove),
  );
}

/**
 * Who is told that a transfer was taken back: who was mailed of it, though most of them see the case no more. Nobody is
 * told whom it has been kept from since, nor who took it back.
 * @param mailed channels that a mail of the transfer has left for
 */
export function toldOfWithdrawal<R extends NoticeReader>(
  readers: readonly R[],
  state: OpenedCase,
  { by }: Pick<WithdrawnNotice, 'by'>,
  mailed: ReadonlySet<string>,
): R[] {
  return readers.filter(
    ({ id, access, agentId, username }) =>
      mailed.has(id) && (agentId ?? username) !== by && !isKeptFrom(access, state),
  );
}

/** Who is told of a promise of a unit: whoever is of it or stands above it, else everybody above. */
export function toldOfDesk<R extends NoticeReader>(readers: readonly R[], desk: string): R[] {
  return first(
    readers.filter(({ desks }) => desks.includes(desk)),
    readers.filter(isAbove),
  );
}

/** Who is told of gaps in the ladders: those who publish policies, managers and without a mailbox of theirs others. */
export function toldOfLadders<R extends NoticeReader>(readers: readonly R[]): R[] {
  return first(
    readers.filter(({ roles }) => roles.includes('manager')),
    readers.filter(({ roles }) => roles.includes('admin')),
  );
}

/** A unit with all beneath it, but of two of which one lies beneath the other without what is nearer to that one. */
function unitsOf(
  unit: string | undefined,
  other: string | undefined,
  beneath: Beneath,
): ReadonlySet<string> {
  if (unit === undefined) return new Set();
  const own = beneath(unit);
  if (other === undefined || !own.has(other)) return own;
  const nearer = beneath(other);
  return new Set([...own].filter((one) => !nearer.has(one)));
}

/** Those who see a case but for whoever did it. */
const seeingBut = <R extends NoticeReader>(readers: readonly R[], state: OpenedCase, by: string) =>
  readers.filter(
    ({ access, agentId, username }) => (agentId ?? username) !== by && maySee(access, state),
  );

const belongsTo = ({ unit }: NoticeReader, units: ReadonlySet<string>) =>
  unit !== null && units.has(unit);
const isOf = (units: ReadonlySet<string>) => (one: NoticeReader) =>
  belongsTo(one, units) && one.desks.length > 0;

const above: readonly string[] = ['supervisor', 'manager', 'admin'];
const isAbove = ({ roles }: Channel) => roles.some((role) => above.includes(role));
/** Managers, and supervisors whom no unit has, as in `supervises`. */
const answersForAll = (one: NoticeReader) =>
  isAbove(one) && (one.unit === null || one.access.sees === 'all');
const first = <R>(...groups: R[][]): R[] => groups.find(({ length }) => length > 0) ?? [];
