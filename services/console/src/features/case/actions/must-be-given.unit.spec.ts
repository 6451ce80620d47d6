import { describe, expect, it } from '@jest/globals';
import type { Field } from './command-field.js';
import { markNeeded } from './must-be-given.js';

const notice: Field = {
  name: 'notice',
  isRequired: false,
  type: 'group',
  fields: [
    { name: 'channel', isRequired: true, type: 'text' },
    { name: 'text', isRequired: true, type: 'text' },
  ],
};
const note: Field = { name: 'note', isRequired: false, type: 'text' };

describe('what a command is not given without', () => {
  it('is the notice to the customer, of whoever gives more time', () => {
    expect(markNeeded('approve-extension', [notice, note])).toEqual([
      { ...notice, isRequired: true },
      note,
    ]);
  });

  it('is the reason why somebody takes part no more', () => {
    expect(markNeeded('drop-party', [note])).toEqual([{ ...note, isRequired: true }]);
  });

  it('is for any other command what its description says', () => {
    expect(markNeeded('refuse-extension', [notice, note])).toEqual([notice, note]);
  });
});
