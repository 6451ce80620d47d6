import type { CaseEvent } from '../case-event.js';

/** 首问负责: whoever was asked first answers for a case until somebody else has it. */
export interface FirstAsked {
  readonly agent: string;
  readonly since: number;
  /** Absent while it is still theirs; then who has had it since, and by what. */
  readonly until?: number;
  readonly handedTo?: string;
  readonly how?: 'assigned' | 'transfer-accepted' | 'safety-taken';
}

/**
 * Who was asked first, and until when they answered for the case, from its events in order. Sending it to
 * another unit changes nothing: that is over once somebody there accepts it. Undefined while nobody is.
 */
export function firstAsked(events: readonly CaseEvent[]): FirstAsked | undefined {
  let first: FirstAsked | undefined;
  for (const event of events) {
    const owner = ownerAfter(event);
    if (owner === undefined) continue;
    const at = Date.parse(event.name === 'opened' ? event.data.receivedAt : event.data.at);
    first ??= { agent: owner, since: at };
    if (owner === first.agent) continue;
    return { ...first, until: at, handedTo: owner, ...howOf(event) };
  }
  return first;
}

function ownerAfter(event: CaseEvent): string | undefined {
  switch (event.name) {
    case 'opened':
    case 'assigned':
    case 'transferAccepted':
    case 'safetyTaken':
      return event.data.owner;
    default:
      return undefined;
  }
}

function howOf({ name }: CaseEvent): Pick<FirstAsked, 'how'> {
  if (name === 'transferAccepted') return { how: 'transfer-accepted' };
  return { how: name === 'safetyTaken' ? 'safety-taken' : 'assigned' };
}
