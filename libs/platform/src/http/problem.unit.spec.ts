import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseOrProblem, Problem } from './problem.js';
import { toProblem } from './to-problem.js';

const schema = z.strictObject({
  channel: z.enum(['phone', 'web']),
  items: z.array(z.strictObject({ code: z.string().regex(/^[a-z]+$/), at: z.iso.datetime() })),
  score: z.number().int().max(5),
});

function catchProblem(of: z.ZodType, value: unknown): Problem {
  try {
    parseOrProblem(of, value);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('nothing was refused');
}

const errorsOf = (value: unknown) => catchProblem(schema, value).errors;

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

  describe('of a value that may have several forms', () => {
    const person = z.strictObject({
      name: z.string(),
      phone: z.string(),
      tier: z.enum(['standard', 'key']).optional(),
    });
    const forms = z.strictObject({
      customer: z.union(
        [z.strictObject({ id: z.uuid() }), person, z.strictObject({ anonymous: z.literal(true) })],
        { error: 'must be an id, a person or anonymous' },
      ),
      reason: z.union([z.enum(['a', 'b']), z.string().max(3)]).optional(),
      stage: z
        .discriminatedUnion('name', [z.strictObject({ name: z.literal('listen'), n: z.number() })])
        .optional(),
    });
    const told = (value: unknown) => {
      const { errors } = catchProblem(forms, value);
      return errors?.map(({ path, rule }) => `${path} ${rule}`);
    };

    it('names the fields of the form that is meant', () => {
      expect(told({ customer: { name: 'x' } })).toEqual(['customer.phone required']);
      expect(told({ customer: { name: 'x', phone: '1', tier: 'gold' } })).toEqual([
        'customer.tier invalid-value',
      ]);
      expect(told({ customer: { id: 'x' } })).toEqual(['customer.id format:uuid']);
    });

    it('tells that nothing is there', () => {
      expect(told({})).toEqual(['customer required']);
      const customer = { anonymous: true };
      expect(told({ customer, stage: { n: 1 } })).toEqual(['stage.name required']);
    });

    it('says what all forms are where none is meant', () => {
      expect(told({ customer: {} })).toEqual(['customer invalid-union']);
      expect(told({ customer: 'me' })).toEqual(['customer invalid-union']);
      expect(told({ customer: { anonymous: true }, reason: 4 })).toEqual(['reason invalid-union']);
      expect(told({ customer: { anonymous: true }, stage: { name: 'x' } })).toEqual([
        'stage.name invalid-union',
      ]);
    });
  });

  it('asks for a value of a fixed list as for any other', () => {
    expect(errorsOf({ items: [], score: 1 })).toEqual([
      { path: 'channel', rule: 'required', message: 'This field is required' },
    ]);
  });

  it('asks nothing more of what is of another type', () => {
    const { errors } = catchProblem(z.object({ list: z.array(z.string()).max(2) }), {
      list: 'four',
    });
    expect(errors?.map(({ rule }) => rule)).toEqual(['type:array']);
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
    [Object.assign(new Error('x'), { code: '25P04' }), 'unavailable'],
    [Object.assign(new Error('x'), { code: '08006' }), 'unavailable'],
    [Object.assign(new Error('x'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE' }), 'too-large'],
    [Object.assign(new Error('x'), { code: '23505' }), 'internal'],
    ['text', 'internal'],
    [undefined, 'internal'],
  ])('maps %p to %s', (error, slug) => {
    expect(toProblem(error).slug).toBe(slug);
  });
});
