import { describe, expect, it } from '@jest/globals';
import { by, hour, names, open, received, run, sealed } from '../../../test/given-case.js';
import type { Given } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { sendDelayMs } from '../messages/decide-messages.js';

const partyId = '019aafe0-0000-7000-8000-000000000d01';
const named = (more: object = {}): CaseCommand => ({
  ...{ type: 'name-party', role: 'tenant', name: sealed, by },
  ...{ mayBeTold: true, isContact: false, phone: sealed, ...more },
});
const written = (more: object = {}): CaseCommand => ({
  ...{ type: 'send-message', kind: 'interim', channel: 'phone', text: sealed, by },
  ...{ partyId, to: sealed, ...more },
});
const tick: CaseCommand = { type: 'tick' };
/** A case with one party, and what is done to it afterwards. */
function withParty(party: CaseCommand, ...later: [CaseCommand, number][]): Given {
  const { state } = run([
    [open(), received],
    [party, received],
  ]);
  const { parties = [] } = state as OpenedCase;
  const known = { ...state, parties: parties.map((one) => ({ ...one, id: partyId })) };
  return run(later, false, known as OpenedCase);
}
const clockOf = ({ state }: Given, kind: string) =>
  (state as OpenedCase).clocks.find((one) => one.kind === kind);

describe('a message to a party', () => {
  it('is held and leaves like any other, and has told the customer nothing', () => {
    const given = withParty(named(), [written(), received], [tick, received + sendDelayMs]);
    expect(names(given)).toEqual(['messageHeld', 'messageSent']);
    expect(given.events.map(({ data }) => data)).toEqual([
      expect.objectContaining({ partyId, to: sealed }),
      expect.objectContaining({ partyId }),
    ]);
    expect(given.state).not.toHaveProperty('contacted');
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'running' });
  });

  it('leaves the acknowledgement of the complaint to be breached', () => {
    const before = withParty(named());
    const { dueAt } = clockOf(before, 'acknowledge')!;
    const given = withParty(named(), [written(), received], [tick, dueAt + hour]);
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'breached' });
  });

  it('is refused to whoever may not be told, takes part no more, or is not reached that way', () => {
    const silent = named({ mayBeTold: false });
    expect(() => withParty(silent, [written(), received])).toThrow(/has not agreed/);
    expect(() => withParty(named(), [written({ to: undefined }), received])).toThrow(
      'nothing is known by which this party is reached: phone',
    );
    const dropped: [CaseCommand, number] = [{ type: 'drop-party', partyId, by }, received];
    expect(() => withParty(named(), dropped, [written(), received + 1])).toThrow(/no more/);
  });

  it.each([
    ['is dropped', { type: 'drop-party', partyId, by }],
    ['may not be told any more', named({ partyId, mayBeTold: false })],
    ['has no phone any more', named({ partyId, phone: undefined })],
  ] as [string, CaseCommand][])('is taken back when its reader %s', (_, command) => {
    const given = withParty(
      named(),
      [written(), received],
      [written({ partyId: undefined }), received],
      [command, received + 1],
      [tick, received + sendDelayMs],
    );
    const undone = given.events.filter(({ name }) => name === 'messageUndone');
    expect(undone).toHaveLength(1);
    const sent = given.events.filter(({ name }) => name === 'messageSent');
    expect(sent.map(({ data }) => data)).toEqual([expect.not.objectContaining({ partyId })]);
  });

  it('still goes to whoever is told anew and reached as before', () => {
    const given = withParty(
      named(),
      [written(), received],
      [named({ partyId, role: 'relative' }), received + 1],
      [tick, received + sendDelayMs],
    );
    expect(names(given)).toEqual(['messageHeld', 'partyNamed', 'messageSent']);
  });
});

describe('a contact with a party', () => {
  const contact = (more: object = {}): CaseCommand => ({
    ...{ type: 'record-contact', channel: 'phone', direction: 'outbound', by, partyId },
    ...more,
  });

  it('is on record, also of one who may be told nothing, and answers no clock', () => {
    const given = withParty(named({ mayBeTold: false }), [contact(), received]);
    expect(given.events).toMatchObject([{ name: 'contactRecorded', data: { partyId } }]);
    expect(given.state).not.toHaveProperty('contacted');
    expect(clockOf(given, 'acknowledge')).toMatchObject({ state: 'running' });
  });

  it('was with somebody of the case', () => {
    expect(() => withParty(named(), [contact({ partyId: 'nobody' }), received])).toThrow(/no more/);
  });
});
