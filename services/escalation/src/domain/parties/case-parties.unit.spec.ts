import { describe, expect, it } from '@jest/globals';
import { by, names, open, received, run, sealed } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';

const party = (more: object = {}): CaseCommand => ({
  ...{ type: 'name-party', role: 'tenant', name: sealed, by },
  ...{ mayBeTold: true, isContact: false, ...more },
});
const after = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one, index) => [one, received + index]));
const partiesOf = (...commands: CaseCommand[]) =>
  (after(...commands).state as OpenedCase).parties ?? [];

describe('parties of a case', () => {
  it('are told apart by what they are, and one of them at most is called', () => {
    const called = party({ isContact: true });
    const parties = partiesOf(called, party({ role: 'witness' }), party({ isContact: true }));
    expect(parties.map(({ role, isContact }) => [role, isContact])).toEqual([
      ['tenant', false],
      ['witness', false],
      ['tenant', true],
    ]);
  });

  it('are told anew under their id, and dropped by it', () => {
    const { state } = after(party());
    const { id } = (state as OpenedCase).parties![0]!;
    const commands: CaseCommand[] = [
      party({ partyId: id, role: 'relative', mayBeTold: false }),
      { type: 'drop-party', partyId: id, note: sealed, by },
    ];
    const [named, dropped] = [commands.slice(0, 1), commands].map((some) =>
      run(
        some.map((one, index) => [one, received + 1 + index]),
        false,
        state,
      ),
    );
    expect((named!.state as OpenedCase).parties).toEqual([
      { id, role: 'relative', mayBeTold: false, isContact: false },
    ]);
    expect((dropped!.state as OpenedCase).parties).toBeUndefined();
    expect(names(dropped!)).toEqual(['partyNamed', 'partyDropped']);
    expect(dropped!.events.at(-1)?.data).toMatchObject({ partyId: id, note: sealed, by });
  });

  it('are somebody who is there, of a case that goes on, and twenty at most', () => {
    expect(() => after({ type: 'drop-party', partyId: 'nobody', by })).toThrow(/nobody was named/);
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(() => after(withdraw, party())).toThrow(/withdrawn/);
    const many = Array.from({ length: 20 }, () => party());
    expect(partiesOf(...many)).toHaveLength(20);
    expect(() => after(...many, party())).toThrow(/20 take part/);
  });
});
