import { describe, expect, it } from '@jest/globals';
import { actionOffers } from './action-offers.js';

const action = { id: 'x', owner: 'a-2' };
const offered = (roles: string[], agentId: string | null, owner: string | null = 'a-1') =>
  actionOffers(action, { owner }, { roles, agentId }).map(({ command }) => command);

describe('what is offered on a preventive action', () => {
  it('is all of it to who owns the case and to supervisors', () => {
    const all = ['complete-action', 'move-action', 'drop-action'];
    expect(offered(['agent'], 'a-1')).toEqual(all);
    expect(offered(['supervisor'], 's-1')).toEqual(all);
    expect(offered(['manager'], null, null)).toEqual(all);
  });

  it('is to end and to move it for who has it, and nothing for others', () => {
    expect(offered(['agent'], 'a-2')).toEqual(['complete-action', 'move-action']);
    expect(offered(['agent'], 'a-3')).toEqual([]);
    expect(offered(['agent'], null, null)).toEqual([]);
  });

  it('is nothing for whom it concerns, whatever their role', () => {
    const training = { ...action, concerns: 's-1' };
    const viewer = { roles: ['supervisor'], agentId: 's-1' };
    expect(actionOffers(training, { owner: 's-1' }, viewer)).toEqual([]);
  });
});
