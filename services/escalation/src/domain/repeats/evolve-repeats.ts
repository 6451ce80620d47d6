import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import type { NamedCase } from '../merging/merge-command.js';

type RepeatEvent = Extract<
  CaseEvent,
  {
    name: 'repeatLinked' | 'repeatRuledOut' | 'repeatsCounted' | 'joinRequested' | 'joinDecided';
  }
>;

export function evolveRepeats(state: OpenedCase, { name, data }: RepeatEvent): OpenedCase {
  switch (name) {
    case 'repeatLinked':
    case 'repeatRuledOut': {
      const earlier = { caseId: data.earlier, number: data.earlierNumber };
      const isRepeat = name === 'repeatLinked';
      const linked = withCase(state, 'repeatOf', earlier, isRepeat);
      return withCase(linked, 'noRepeatOf', earlier, !isRepeat);
    }
    case 'repeatsCounted': {
      const later = { caseId: data.later, number: data.laterNumber };
      return withCase(state, 'repeatedBy', later, data.isRepeat);
    }
    case 'joinRequested':
    case 'joinDecided': {
      const { agent } = data;
      const others = state.joiners?.filter((one) => one.agent !== agent) ?? [];
      const joiner = name === 'joinDecided' ? { agent, isLetIn: data.isLetIn } : { agent };
      return { ...state, joiners: [...others, joiner] };
    }
  }
}

/** Each list is absent while it is empty. */
function withCase(
  state: OpenedCase,
  list: 'repeatOf' | 'noRepeatOf' | 'repeatedBy',
  one: NamedCase,
  isIn: boolean,
): OpenedCase {
  const { [list]: before = [], ...facts } = state;
  const others = before.filter(({ caseId }) => caseId !== one.caseId);
  const after = isIn ? [...others, one] : others;
  return { ...facts, ...(after.length > 0 && { [list]: after }) } as OpenedCase;
}
