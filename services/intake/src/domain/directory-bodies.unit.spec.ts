import { describe, expect, it } from '@jest/globals';
import { organisationBody } from '#contracts';
import { findDirectoryErrors, readDefinitions } from './directory-bodies.js';

const name = { zh: '名', en: 'name' };
const judge = (body: unknown) =>
  findDirectoryErrors(readDefinitions(organisationBody.parse(body)), []).map(
    ({ path, rule }) => `${path} ${rule}`,
  );

describe('findDirectoryErrors', () => {
  it('accepts a tree and the agents in it, in any order', () => {
    const units = [
      { code: 'south', name, parent: 'root' },
      { code: 'root', name },
    ];
    const agents = [{ agentId: 'a1', unit: 'south', roles: ['agent'] }];
    expect(judge({ units, agents })).toEqual([]);
  });

  it('names a dangling parent, an unknown unit, a circle and a repeated code', () => {
    expect(judge({ units: [{ code: 'a', name, parent: 'b' }] })).toEqual([
      'units[0].parent unknown-code',
    ]);
    expect(judge({ agents: [{ agentId: 'a', unit: 'x', roles: ['agent'] }] })).toEqual([
      'agents[0].unit unknown-code',
    ]);
    const circle = [
      { code: 'a', name, parent: 'b' },
      { code: 'b', name, parent: 'a' },
    ];
    expect(judge({ units: circle })).toEqual(['units[0].parent circle', 'units[1].parent circle']);
    const twice = [
      { code: 'a', name },
      { code: 'a', name },
    ];
    expect(judge({ categories: twice })).toEqual(['categories[1] duplicate']);
  });

  it('refuses a unit or an agent whose code a filter of cases means otherwise, once it is new', () => {
    const unit = { code: 'none', name };
    const agents = [{ agentId: 'none', unit: 'none', roles: ['agent'] }];
    expect(judge({ units: [unit], agents })).toEqual(['units[0] reserved', 'agents[0] reserved']);
    expect(judge({ products: [unit] })).toEqual([]);
    const own = {
      units: [{ code: 'mine', name }],
      agents: [{ agentId: 'me', unit: 'mine', roles: ['agent'] }],
    };
    expect(judge(own)).toEqual(['units[0] reserved', 'agents[0] reserved']);
    expect(judge({ units: [{ code: 'me', name }] })).toEqual([]);
    const incoming = readDefinitions(organisationBody.parse({ units: [unit] }));
    const known = incoming.map(({ definition }) => definition);
    expect(findDirectoryErrors(incoming, known)).toEqual([]);
  });

  it('keeps unclassified active', () => {
    const categories = [{ code: 'unclassified', name, active: false }];
    expect(judge({ categories })).toEqual(['categories required']);
  });
});
