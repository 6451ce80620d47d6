import { describe, expect, it } from '@jest/globals';
import { openAgain } from './open-again.js';

const resolved = { type: 'clearline.case.resolved.v1', data: {} };
const noted = { type: 'clearline.case.note-added.v1', data: {} };
const reopened = {
  type: 'clearline.case.reopened.v1',
  data: { reason: 'callback-dissatisfied' },
};

describe('a case that is open again', () => {
  it('says why, whatever happened since', () => {
    expect(openAgain([resolved, reopened, noted])).toBe('callback-dissatisfied');
  });

  it('is neither one that was never resolved nor one that is resolved anew', () => {
    expect(openAgain([noted])).toBeUndefined();
    expect(openAgain([resolved])).toBeUndefined();
    expect(openAgain([resolved, reopened, resolved])).toBeUndefined();
  });
});
