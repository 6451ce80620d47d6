import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import type { Channel } from './channel-rows.js';

/** A channel with the cases that its owner sees, and the desks that the owner is of. */
export interface NoticeReader extends Channel {
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
