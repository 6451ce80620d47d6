import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts';
import {
  by,
  context,
  hour,
  open,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import type { ResolutionCommand } from './resolution-command.js';
import { grantedCost, provenByResolution } from './resolution-state.js';

type Answer = Extract<ResolutionCommand, { type: 'answer-remedy' }>['answer'];

const offer = (cost: number, roles: Role[] = ['agent']): CaseCommand => ({
  type: 'offer-remedy',
  kind: 'refund',
  ...{ cost, text: sealed, by, roles },
});
const offered = (cost: number) => {
  const state = run([
    [open(), received],
    [offer(cost), received + hour],
  ]).state as OpenedCase;
  return { state, remedyId: state.resolution!.remedies![0]!.id };
};
const answer = (remedyId: string, said: Answer): CaseCommand => ({
  type: 'answer-remedy',
  ...{ remedyId, answer: said, channel: 'phone', by },
  ...(said === 'counter-wish' && { wish: sealed }),
});
const now = received + 2 * hour;
const after = (state: OpenedCase, ...commands: CaseCommand[]) =>
  commands.reduce(
    (known, command) => fold(known, decide(command, known, now, context)) as OpenedCase,
    state,
  );
const refusal = (slug: string) => expect.objectContaining({ slug });

describe('what a customer says to a remedy', () => {
  it('is said at its own instant, and holds the wish', () => {
    const { state, remedyId } = offered(80);
    const at = received + hour + 1;
    const wish = { ...answer(remedyId, 'counter-wish'), at } as CaseCommand;
    const events = decide(wish, state, now, context);
    expect(events.map(({ name }) => name)).toContain('remedyAnswered');
    expect(events.find(({ name }) => name === 'remedyAnswered')).toMatchObject({
      data: { at: new Date(at).toISOString(), answer: 'counter-wish', wish: sealed, by },
    });
  });

  it('that is a refusal gives nothing away and proves nothing; another one is offered within the authority', () => {
    const { state, remedyId } = offered(400);
    const refused = after(state, answer(remedyId, 'refused'));
    expect(grantedCost(refused.resolution!)).toBe(0);
    for (const name of ['remedyOffered', 'remedyCost']) {
      expect(provenByResolution[name]!(state.resolution!)).toBe(true);
      expect(provenByResolution[name]!(refused.resolution!)).toBe(false);
    }
    const again = after(refused, offer(450));
    expect(again.resolution!.remedies).toMatchObject([
      { status: 'granted', answer: 'refused' },
      { status: 'granted', cost: 450 },
    ]);
    expect(provenByResolution['remedyCost']!(again.resolution!)).toBe(true);
  });

  it('is heard after the case was opened again, of a remedy that settles nothing any more', () => {
    const again = run([
      [open(), received],
      [offer(80), received],
      ...wayToResolved(received),
      [{ type: 'reopen', reason: 'not-settled', by }, received + hour],
    ]).state as OpenedCase;
    const remedyId = again.resolution!.remedies![0]!.id;
    expect(grantedCost(again.resolution!)).toBe(0);
    expect(provenByResolution['remedyOffered']!(again.resolution!)).toBe(false);
    const accepted = after(again, answer(remedyId, 'accepted'));
    expect(accepted.resolution!.remedies).toMatchObject([{ answer: 'accepted', earlier: true }]);
    expect(provenByResolution['remedyCost']!(accepted.resolution!)).toBe(false);
    const anew = after(accepted, offer(450));
    expect(anew.resolution!.remedies).toMatchObject([{ earlier: true }, { status: 'granted' }]);
    expect(grantedCost(anew.resolution!)).toBe(450);
  });

  it('may turn, but for a refusal, and is asked of what was granted only', () => {
    const { state, remedyId } = offered(80);
    const wished = after(state, answer(remedyId, 'counter-wish'));
    expect(grantedCost(wished.resolution!)).toBe(80);
    const accepted = after(wished, answer(remedyId, 'accepted'));
    const again = (said: Answer, given: OpenedCase) => () =>
      decide(answer(remedyId, said), given, now, context);
    expect(again('accepted', accepted)).toThrow(refusal('illegal-transition'));
    const refused = after(accepted, answer(remedyId, 'refused'));
    expect(again('accepted', refused)).toThrow(refusal('illegal-transition'));
    const { state: dear, remedyId: proposed } = offered(800);
    const early = () => decide(answer(proposed, 'accepted'), dear, now, context);
    expect(early).toThrow(refusal('illegal-transition'));
    const other = () => decide(answer('another', 'accepted'), state, now, context);
    expect(other).toThrow(refusal('not-found'));
  });
});
