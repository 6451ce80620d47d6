import { describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../api-client.js';
import { isTouchedByOthers } from './touched-by-others.js';

const told = (...actors: (string | null)[]) => {
  const items = actors.map((actor) => ({ actor }));
  return { find: () => Promise.resolve({ items }) } as unknown as ApiClient;
};
const players = ['admin', 'supervisor'];

describe('a case of the simulated hotline', () => {
  it('is left alone once somebody else has worked on it', async () => {
    expect(await isTouchedByOthers(told('admin', 'agent', 'admin'), 'c', players)).toBe(true);
  });

  it('goes on while only those who play and time itself moved it', async () => {
    const own = told('admin', null, 'timer', 'system', 'supervisor');
    expect(await isTouchedByOthers(own, 'c', players)).toBe(false);
    const unknown = { find: () => Promise.resolve(undefined) } as unknown as ApiClient;
    expect(await isTouchedByOthers(unknown, 'c', players)).toBe(false);
  });
});
