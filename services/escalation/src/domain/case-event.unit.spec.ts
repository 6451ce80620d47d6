import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findEvent, parseEvent, topics } from '#contracts';
import { caseEventOf } from './case-event.js';

const samples = 'libs/contracts/samples';
const published = readdirSync(samples)
  .map((file) => file.replace(/\.json$/, ''))
  .filter((type) => findEvent(type)?.topic === topics.cases);

describe('a stored event of a case', () => {
  it.each(published)('%s is read as its newest version, whichever it was stored in', (type) => {
    const data = JSON.parse(readFileSync(`${samples}/${type}.json`, 'utf8')) as object;
    expect(caseEventOf(type, data)?.data).toEqual(parseEvent(type, data).data);
  });

  it('is no event of a case where the code has no name for it', () => {
    expect(caseEventOf('clearline.survey.answered.v1', {})).toBeUndefined();
  });
});
