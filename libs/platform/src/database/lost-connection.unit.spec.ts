import { expect, it } from '@jest/globals';
import { codeLostConnection, isOverlong } from './lost-connection.js';

const ended = Object.assign(new Error('terminating connection due to transaction timeout'), {
  code: '25P04',
});

it.each([
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])('tells "%s" as a lost connection, or by what ended it where that was heard', (message) => {
  expect(codeLostConnection(new Error(message))).toMatchObject({ message, code: '08006' });
  expect(codeLostConnection(new Error(message), ended)).toBe(ended);
});

it('leaves what has a code, and what is no lost connection, as it is', () => {
  const duplicate = Object.assign(new Error('duplicate key'), { code: '23505' });
  const own = new Error('the neighbour is away');
  for (const error of [duplicate, own, 'text', undefined]) {
    expect(codeLostConnection(error, ended)).toBe(error);
  }
});

it('knows what the server ended for its length from what it ended otherwise', () => {
  const stopped = Object.assign(new Error('terminating connection'), { code: '57P01' });
  expect(isOverlong(ended)).toBe(true);
  for (const other of [stopped, new Error('25P04'), undefined]) {
    expect(isOverlong(other)).toBe(false);
  }
});
