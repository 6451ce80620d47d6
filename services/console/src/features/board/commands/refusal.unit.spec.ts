import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './refusal.js';

const urn = 'urn:clearline:problem:';

describe('why a command was refused', () => {
  it('is known by the end of the type, with what is missing', () => {
    const problem = { type: `${urn}missing-evidence`, status: 409, missing: ['place'] };
    expect(refusalOf(problem)).toMatchObject({ refusal: 'missing-evidence', missing: ['place'] });
  });

  it('says what somebody else did meanwhile', () => {
    const changes = [{ type: 'clearline.case.assigned.v1', at: '', actor: 's-002' }];
    expect(refusalOf({ type: `${urn}stale-version`, changes })).toMatchObject({
      refusal: 'stale-version',
      changes,
    });
  });

  it('is something else where there are no words for it', () => {
    const problem = { type: 'about:blank', detail: 'the proxy says no' };
    expect(refusalOf(problem)).toEqual({
      refusal: 'other',
      detail: 'the proxy says no',
      missing: [],
      changes: [],
    });
  });
});
