import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventCatalogue, findEvent, inboundCatalogue } from './events/catalogue.js';
import { parseEvent } from './events/parse-event.js';
import { apiReference } from './documents/api-reference.js';
import { rightsReference } from './documents/rights-reference.js';
import { asyncApiDocument } from './documents/async-api.js';
import { eventReference } from './documents/event-reference.js';
import { eventSummaries } from './documents/event-summaries.js';
import { eventJsonSchema } from './documents/json-schema.js';
import { openApiDocument } from './documents/open-api.js';
import { topicWriters } from './topics.js';

const folder = (name: string) => join(process.cwd(), 'libs/contracts', name);
const readJson = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const definitions = [...eventCatalogue, ...inboundCatalogue];
const committed = readdirSync(folder('generated/schemas'));
const samples = readdirSync(folder('samples'));

describe('event contracts', () => {
  it.each(committed)('%s is still defined exactly as it was published', (file) => {
    const definition = findEvent(file.replace(/\.json$/, ''));
    if (!definition) throw new Error(`${file} was published and is no longer in the catalogue`);
    expect(eventJsonSchema(definition)).toEqual(readJson(join(folder('generated/schemas'), file)));
  });

  it.each(definitions.map((definition) => definition.type))(
    '%s has its schema committed',
    (type) => {
      expect(committed).toContain(`${type}.json`);
    },
  );

  it.each(samples)('the golden sample %s decodes to the newest version', (file) => {
    const parsed = parseEvent(file.replace(/\.json$/, ''), readJson(join(folder('samples'), file)));
    const newest = findEvent(parsed.type);
    expect(newest?.upcast).toBeUndefined();
    expect(newest?.schema.safeParse(parsed.data).success).toBe(true);
  });

  it.each(definitions.map((definition) => definition.type))('%s has a golden sample', (type) => {
    expect(samples).toContain(`${type}.json`);
  });

  it('gives every topic one writer', () => {
    for (const { topic } of eventCatalogue) expect(topicWriters[topic]).toBeDefined();
  });

  it('lifts a version 1 registration, which did not say who filed it', () => {
    const type = 'clearline.complaint.registered.v1';
    const { type: newest, data } = parseEvent(
      type,
      readJson(join(folder('samples'), `${type}.json`)),
    );
    expect(newest).toBe('clearline.complaint.registered.v2');
    expect(data).toMatchObject({ registeredBy: { kind: 'unknown' } });
  });

  it('lifts a version 1 callback of a case, whose note stayed with intake', () => {
    const type = 'clearline.case.feedback-noted.v1';
    const sample = readJson(join(folder('samples'), `${type}.json`));
    const { type: newest, data } = parseEvent(type, sample);
    expect(newest).toBe('clearline.case.feedback-noted.v2');
    expect(data).toEqual(sample);
  });

  it.each([
    ['customer agreed', 'customer-agreed'],
    ['survey answered', 'survey-answered'],
    ['张伟 13800138000 同意', 'other'],
  ])('lifts a version 1 closing for the reason "%s" as %s', (reason, code) => {
    const sample = readJson(join(folder('samples'), 'clearline.case.closed.v1.json'));
    const { type, data } = parseEvent('clearline.case.closed.v1', { ...sample, reason });
    expect(type).toBe('clearline.case.closed.v2');
    expect(data).toMatchObject({ reason: code });
  });

  it('names the field and the rule of invalid data, and never the value', () => {
    const sample = readJson(join(folder('samples'), 'clearline.survey.answered.v1.json'));
    expect(() => parseEvent('clearline.survey.answered.v1', { ...sample, kind: '张伟' })).toThrow(
      expect.objectContaining({
        reason: 'invalid-data',
        issues: [expect.objectContaining({ path: 'kind' })],
      }),
    );
    expect(() =>
      parseEvent('clearline.survey.answered.v1', { ...sample, kind: '张伟' }),
    ).not.toThrow(/张伟/);
  });

  it('refuses a type that no contract names', () => {
    expect(() => parseEvent('clearline.complaint.registered.v9', {})).toThrow(
      expect.objectContaining({ reason: 'unknown-type' }),
    );
  });
});

describe('what is made from the contracts', () => {
  const { version } = readJson('package.json') as { version: string };
  const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

  it.each([
    ['libs/contracts/generated/openapi.json', () => asJson(openApiDocument(version))],
    ['libs/contracts/generated/asyncapi.json', () => asJson(asyncApiDocument(version))],
    ['docs/reference/events.md', eventReference],
    ['docs/reference/api.md', apiReference],
    ['docs/reference/rights.md', rightsReference],
  ])('%s is current: `npm run contracts:generate` would change nothing', (path, make) => {
    expect(readFileSync(join(process.cwd(), path), 'utf8') === make()).toBe(true);
  });

  it('says of every event in a line what it means', () => {
    const names = [...new Set(definitions.map(({ name }) => name))].sort();
    expect(Object.keys(eventSummaries).sort()).toEqual(names);
  });

  it('describes every field of every event in words', () => {
    expect(eventReference()).not.toMatch(/undefined|\[object|anything/);
  });
});
