import type { IncidentCases } from '../board-types.js';
import { isReachedAsItCame } from './ways-of-cases.js';

/** Stands for no channel of its own: each case is answered the way its complaint came. */
export const asItCame = 'as-it-came';
/** Nothing is sent to them: somebody calls. */
export const byCall = 'call';
export const namedWays = ['app', 'web', 'email', 'social', 'letter'] as const;
export type NamedWay = (typeof namedWays)[number];

type Answered = Pick<IncidentCases['incident'], 'id' | 'channel'>;

/** Cases that get one message by one way; without a channel each by the one that it came by. */
interface AnswerPart<Case extends Answered> {
  channel?: NamedWay;
  cases: Case[];
}

/**
 * Who is answered by which way: those that cannot be written to as they came get the way that was chosen for them, and are
 * called where none is.
 */
export function answerParts<Case extends Answered>(
  cases: readonly Case[],
  {
    way,
    others,
  }: { way: NamedWay | typeof asItCame; others?: NamedWay | typeof byCall | undefined },
  sendsMail: boolean,
): { parts: AnswerPart<Case>[]; toCall: Case[] } {
  if (way !== asItCame) return { parts: [{ channel: way, cases: [...cases] }], toCall: [] };
  const reached = cases.filter(({ channel }) => isReachedAsItCame(channel, sendsMail));
  const rest = cases.filter(({ channel }) => !isReachedAsItCame(channel, sendsMail));
  const isCalled = others === undefined || others === byCall;
  return {
    parts: [{ cases: reached }, ...(isCalled ? [] : [{ channel: others, cases: rest }])].filter(
      (part) => part.cases.length > 0,
    ),
    toCall: isCalled ? rest : [],
  };
}
