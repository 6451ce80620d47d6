import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkSlaCases } from './check-cases.js';

const folder = process.env['CLEARLINE_TEST_DATA'];
const withData = folder ? it : it.skip;

describe('cases from the test suites of other projects (needs CLEARLINE_TEST_DATA)', () => {
  withData('all agree under one convention', () => {
    const text = readFileSync(join(folder!, 'sla-cases.json'), 'utf8');
    const check = checkSlaCases(JSON.parse(text));
    expect(check.differences).toEqual([]);
    expect(check).toMatchObject({ agreed: 150, disagreed: 0, unsupported: 0 });
  });
});
