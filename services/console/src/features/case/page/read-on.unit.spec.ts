import { describe, expect, it } from '@jest/globals';
import { readOn } from './read-on.js';

/** Pages by the query that reads them. */
const pages: Record<string, { ids: string[]; more?: string }> = {
  fresh: { ids: ['b', 'c', 'd'], more: 'last' },
  known: { ids: ['a', 'b'], more: 'fresh' },
  last: { ids: ['b'] },
};
const read = (query: string) => {
  const page = pages[query];
  return page ? Promise.resolve(page) : Promise.reject(new Error('away'));
};
const known = ['a', 'b'];

describe('a list that is read on', () => {
  it('goes on with the first case that was not known, each once', async () => {
    const on = { ids: ['a', 'b', 'c', 'd'], more: 'last', next: 'c' };
    expect(await readOn(known, 'fresh', read)).toEqual(on);
  });

  it('passes over a page of cases that are known', async () => {
    expect(await readOn(known, 'known', read)).toMatchObject({ next: 'c', more: 'last' });
  });

  it('ends where no page has another case', async () => {
    expect(await readOn(known, 'last', read)).toEqual({ ids: known });
  });

  it('fails where a page cannot be read', async () => {
    await expect(readOn(known, 'nowhere', read)).rejects.toThrow('away');
  });
});
