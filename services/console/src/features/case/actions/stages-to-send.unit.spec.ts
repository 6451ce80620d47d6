import { describe, expect, it } from '@jest/globals';
import type { KnownEvidence } from './known-evidence.js';
import { filledIn, markNow, markOf, placesOf, stagesToSend } from './stages-to-send.js';

const known: KnownEvidence = {
  held: { listen: { product: 'meter' }, establish: { category: 'billing', department: 'north' } },
  told: { listen: { facts: 'charged twice' } },
};
const at: Parameters<typeof stagesToSend>[0] = { stage: 'listen', missing: ['facts', 'place'] };
const before = filledIn(known);
const send = (form: Parameters<typeof stagesToSend>[1]['form'], ofCase = at) =>
  stagesToSend(ofCase, { form, before, known });

describe('the evidence that is sent', () => {
  it('is of the stage that the case is at what was confirmed and added, and not what is held', () => {
    const listen = { ...before['listen'], place: 'kitchen' };
    expect(send({ ...before, listen })).toEqual({
      listen: { facts: 'charged twice', place: 'kitchen' },
    });
  });

  it('is of a later stage nothing until something is said there', () => {
    expect(send(before)).toEqual({ listen: { facts: 'charged twice' } });
    const establish = { ...before['establish'], restatement: 'two charges' };
    expect(send({ ...before, establish })['establish']).toEqual({ restatement: 'two charges' });
  });

  it('is of a later stage that is looked at and complete nothing, and ends it all the same', () => {
    const empty = stagesToSend(at, { form: before, before, known }, ['listen', 'establish']);
    expect(empty).toEqual({ listen: { facts: 'charged twice' }, establish: {} });
  });

  it('is what was put differently, held or not', () => {
    expect(send({ listen: { product: 'none', facts: 'once' } })).toEqual({
      listen: { product: 'none', facts: 'once' },
    });
  });

  it('is given again where the case lacks it all the same', () => {
    const lacking = { ...at, missing: ['product'] };
    expect(send({ listen: { product: 'meter' } }, lacking)).toEqual({
      listen: { product: 'meter' },
    });
  });

  it('ends a stage that asks for nothing more with empty hands', () => {
    expect(send({})).toEqual({ listen: {} });
  });
});

describe('the mark of a field', () => {
  it('says of the stage that the case is at what is missing there', () => {
    const marks = ['place', 'facts', 'product'].map((name) => markOf(at, known, 'listen', name));
    expect(marks).toEqual(['needed', 'confirm', 'given']);
  });

  it('says of a later stage what is known', () => {
    expect(markOf(at, known, 'establish', 'category')).toBe('given');
    expect(markOf(at, known, 'establish', 'restatement')).toBe('needed');
  });
});

it('is filled once something is in it, and needed again once that was taken out', () => {
  for (const value of ['kitchen', ['meter'], 2, true])
    expect(markNow('needed', value)).toBe('filled');
  // What was taken from the complaint is asked about until somebody writes over it.
  expect(markNow('confirm', 'meter', true)).toBe('filled');
  expect(markNow('confirm', '', true)).toBe('confirm');
  expect(markNow('confirm', 'meter')).toBe('confirm');
  for (const value of [undefined, null, '', ' ', false, []]) {
    expect(markNow('needed', value)).toBe('needed');
  }
});

it('finds what a refusal names in the stage that asks for it', () => {
  expect(placesOf(['place', 'establish.confirmed'], 'listen')).toEqual([
    ['listen', 'place'],
    ['establish', 'confirmed'],
  ]);
});
