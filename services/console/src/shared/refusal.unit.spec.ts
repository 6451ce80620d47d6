import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './refusal.js';

const urn = 'urn:clearline:problem:';

describe('why a command was refused', () => {
  it('is known by the end of the type, with what is missing', () => {
    const problem = { type: `${urn}missing-evidence`, status: 409, missing: ['place'] };
    expect(refusalOf(problem)).toMatchObject({ kind: 'missing-evidence', missing: ['place'] });
  });

  it('says what is wrong with what was sent', () => {
    const errors = [{ path: 'to', rule: 'required', message: 'a mail needs an address' }];
    expect(refusalOf({ type: `${urn}validation`, errors })).toMatchObject({
      ...{ kind: 'validation', errors: ['a mail needs an address'] },
    });
  });

  it('names the earlier complaints that have to be linked or ruled out', () => {
    const repeats = [{ complaintId: 'c-1', number: '2026-0000123-4', isHidden: true }];
    const problem = { type: `${urn}missing-evidence`, missing: ['likelyRepeats'], repeats };
    expect(refusalOf(problem)).toMatchObject({ missing: ['likelyRepeats'], repeats });
  });

  it('says what somebody else did meanwhile', () => {
    const changes = [{ sequence: 1, type: 'clearline.case.assigned.v1', at: '', actor: 's-002' }];
    expect(refusalOf({ type: `${urn}stale-version`, version: 7, changes })).toMatchObject({
      ...{ kind: 'stale-version', version: 7 },
      changes,
    });
  });

  it('is said as it was told where it is no problem of ours', () => {
    const problem = { type: 'about:blank', detail: 'the proxy says no' };
    expect(refusalOf(problem)).toEqual({
      kind: 'blank',
      detail: 'the proxy says no',
      errors: [],
      missing: [],
      repeats: [],
      changes: [],
    });
  });
});
