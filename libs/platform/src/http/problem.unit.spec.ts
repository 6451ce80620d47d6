import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseOrProblem, Problem } from './problem.js';
import { toProblem } from './to-problem.js';

const schema = z.strictObject({
  channel: z.enum(['phone', 'web']),
  items: z.array(z.strictObject({ code: z.string().regex(/^[a-z]+$/), at: z.iso.datetime() })),
  score: z.number().int().max(5),
});

function errorsOf(value: unknown) {
  try {
    parseOrProblem(schema, value);
  } catch (error) {
    return error instanceof Problem ? error.errors : undefined;
  }
  return [];
}

describe('Problem', () => {
  it('is written as the contract says, whatever extra members there are', () => {
    const problem = new Problem('missing-evidence', {
      detail: 'Contact is missing',
      extra: { missing: ['contact'], status: 200 },
    });
    expect(problem.toBody()).toEqual({
      type: 'urn:clearline:problem:missing-evidence',
      title: 'Evidence is missing',
      status: 409,
      detail: 'Contact is missing',
      missing: ['contact'],
    });
  });

  it('asks to come back when it is unavailable', () => {
    expect(new Problem('unavailable').retryAfter).toBe(5);
  });
});

describe('parseOrProblem', () => {
  it('names path and rule of each field, and unknown fields one by one', () => {
    const found = errorsOf({
      channel: 'fax',
      items: [{ code: '1', at: 'now', x: 1 }],
      score: 9,
      y: 2,
    });
    expect(found?.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'channel invalid-value',
      'items[0].code format:regex',
      'items[0].at format:datetime',
      'items[0].x unknown-field',
      'score maximum:5',
      'y unknown-field',
    ]);
  });

  it('tells a missing field from one of another type', () => {
    const found = errorsOf({ channel: 'web', items: 'none' });
    expect(found?.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'items type:array',
      'score required',
    ]);
  });

  it('never repeats the value that was sent', () => {
    expect(JSON.stringify(errorsOf({ channel: 'Ann Miller', score: 'Ann Miller' }))).not.toContain(
      'Miller',
    );
  });
});

describe('toProblem', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'unavailable'],
    [Object.assign(new Error('x'), { code: '57P01' }), 'unavailable'],
    [Object.assign(new Error('x'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE' }), 'too-large'],
    [Object.assign(new Error('x'), { code: '23505' }), 'internal'],
    ['text', 'internal'],
    [undefined, 'internal'],
  ])('maps %p to %s', (error, slug) => {
    expect(toProblem(error).slug).toBe(slug);
  });
});
