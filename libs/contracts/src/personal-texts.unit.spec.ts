import { describe, expect, it } from '@jest/globals';
import { eventJsonSchema } from './documents/json-schema.js';
import type { JsonSchema } from './documents/field-table.js';
import { eventCatalogue } from './events/catalogue.js';

/** Text that Clearline, an administrator or another system's machinery wrote. People's own words are envelopes. */
const plainTexts = new Set([
  // Made by Clearline.
  ...['number', 'clockId', 'skipped', 'linkedTo', 'model', 'factors.name'],
  ...['clocks.clockId', 'clocks.calendar', 'clock.clockId', 'clock.calendar', 'calendar'],
  ...['before.calendar', 'before.rule', 'after.calendar', 'after.rule', 'requestedBy'],
  ...['sla.clock-cancelled reason', 'case.feedback-noted outcome', 'case.stage-overridden missing'],
  // Names and codes that administrators and policies gave.
  ...['name.zh', 'name.en', 'policyRule', 'by', 'owner', 'recordedBy', 'registeredBy.name'],
  ...['ladder.id', 'ladder.step', 'next.step', 'before.step', 'passedOver.step', 'trigger'],
  ...['roster', 'next.roster', 'before.roster'],
  ...['case.stage-completed evidence.*', 'policy.published policy'],
  ...['case.evidence-added evidence.*', 'complaint.evidence-given stages.evidence.*'],
  // References that another system made.
  ...['callId', 'recordingUrl', 'externalId'],
  // The steps of an imported log: its states, teams and staff.
  ...['status', 'group', 'line', 'person', 'product'].flatMap((step) => [
    `case.history-recorded ${step}`,
    `complaint.history-recorded step.${step}`,
  ]),
]);

/** Every field that may hold any text at all, as a path. */
function freeTexts(schema: JsonSchema, path = ''): string[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const values = schema.additionalProperties;
  const isText = [schema.type].flat().includes('string');
  const isAny = isText && !schema.enum && !schema.pattern && !schema.format;
  return [
    ...(isAny && schema.const === undefined ? [path] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      freeTexts(field, path ? `${path}.${name}` : name),
    ),
    ...inner.flatMap((one) => (one ? freeTexts(one, path) : [])),
    ...(typeof values === 'object' ? freeTexts(values, `${path}.*`) : []),
  ];
}

describe('free text in events', () => {
  const newest = eventCatalogue.filter(({ upcast }) => upcast === undefined);
  it.each(newest.map((event) => [event.type, event] as const))('%s', (_type, event) => {
    const found = freeTexts(eventJsonSchema(event) as JsonSchema);
    const isPlain = (path: string) =>
      plainTexts.has(path) || plainTexts.has(`${event.name} ${path}`);
    expect(found.filter((path) => !isPlain(path))).toEqual([]);
  });
});
