import { describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../api-client.js';
import { isTouchedByOthers } from './touched-by-others.js';

const apiOf = (items: object[]) =>
  ({ find: () => Promise.resolve({ items }) }) as unknown as ApiClient;
const told = (...actors: (string | null)[]) => {
  const type = 'clearline.case.note-added.v1';
  return apiOf(actors.map((actor) => ({ type, actor, data: {} })));
};
const players = ['admin', 'supervisor'];

describe('a case of the simulated hotline', () => {
  it('is left alone once somebody else has worked on it', async () => {
    expect(await isTouchedByOthers(told('admin', 'agent', 'admin'), 'c', players)).toBe(true);
  });

  it('is left alone once somebody else has recorded a callback of it', async () => {
    const noted = (by: string) => [
      { type: 'clearline.case.feedback-noted.v1', actor: null, data: { by } },
      { type: 'clearline.case.reopened.v1', actor: null, data: { by: 'system' } },
    ];
    expect(await isTouchedByOthers(apiOf(noted('agent')), 'c', players)).toBe(true);
    expect(await isTouchedByOthers(apiOf(noted('admin')), 'c', players)).toBe(false);
  });

  it('goes on while only those who play and time itself moved it', async () => {
    const own = told('admin', null, 'timer', 'system', 'supervisor');
    expect(await isTouchedByOthers(own, 'c', players)).toBe(false);
    const unknown = { find: () => Promise.resolve(undefined) } as unknown as ApiClient;
    expect(await isTouchedByOthers(unknown, 'c', players)).toBe(false);
  });
});
