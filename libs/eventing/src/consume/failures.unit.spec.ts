import { expect, it } from '@jest/globals';
import { StaleVersion } from '../errors.js';
import { classifyFailure } from './failures.js';

const coded = (code: string) => Object.assign(new Error('said by the database'), { code });

it.each([
  ['another writer', new StaleVersion(['case-1']), 'stale'],
  ['a deadlock', coded('40P01'), 'conflict'],
  ['a shutdown of the server', coded('57P01'), 'lost'],
  ['a broken connection', coded('08006'), 'lost'],
  ['a socket that was reset', coded('ECONNRESET'), 'lost'],
  ['a pool without a connection', new Error('timeout exceeded when trying to connect'), 'lost'],
  ['a transaction that idled too long', coded('25P03'), 'overlong'],
  ['a transaction that lasted too long', coded('25P04'), 'overlong'],
  ['one that lasted too long, wrapped', new Error('x', { cause: coded('25P04') }), 'overlong'],
  ['a breach of a constraint', coded('23514'), 'handler'],
  ['what a handler threw', new Error('the neighbour is away'), 'handler'],
])('takes %s for what it is', (_what, error, kind) => {
  expect(classifyFailure(error)).toBe(kind);
});
