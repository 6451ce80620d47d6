import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { codes } from './texts/codes.en.js';
import { codes as codesZh } from './texts/codes.zh.js';
import { commandNames, fields } from './texts/commands.en.js';

interface Schema {
  properties?: Record<string, Schema>;
  enum?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
}
interface Description {
  paths: Record<
    string,
    { post?: { requestBody?: { content: { 'application/json'?: { schema: Schema } } } } }
  >;
}
const { paths } = JSON.parse(
  readFileSync('libs/contracts/generated/openapi.json', 'utf8'),
) as Description;

const bodies = Object.entries(paths).flatMap(([path, { post }]) => {
  const command = /^\/api\/v1\/cases\/\{id\}\/commands\/([a-z-]+)$/.exec(path)?.[1];
  const schema = post?.requestBody?.content['application/json']?.schema;
  return command && schema ? [{ command, schema }] : [];
});
/** Stages of evidence are named by their codes. */
const isNamed = (name: string) => name in fields || name in codes || name === 'expectedVersion';

function lacking({ properties = {}, enum: choices = [], anyOf, oneOf, items }: Schema): string[] {
  const inner = [...(anyOf ?? []), ...(oneOf ?? []), ...(items ? [items] : [])];
  return [
    ...choices.filter((choice) => !(choice in codes)),
    ...Object.keys(properties).filter((name) => !isNamed(name)),
    ...[...inner, ...Object.values(properties)].flatMap(lacking),
  ];
}

describe('the words of commands', () => {
  it('name every command, field and choice that the API takes', () => {
    expect(bodies.length).toBeGreaterThan(60);
    expect(bodies.map(({ command }) => command).filter((one) => !(one in commandNames))).toEqual(
      [],
    );
    expect([...new Set(bodies.flatMap(({ schema }) => lacking(schema)))]).toEqual([]);
  });

  it('name the same codes in both languages', () => {
    expect(Object.keys(codesZh)).toEqual(Object.keys(codes));
  });
});

it('says in both languages for what the system stops a clock', () => {
  const reasons = [
    ...['transfer refused', 'transfer withdrawn', 'no-longer-promised', 'left-for-safety'],
    ...['safety-ended', 'withdrawn', 'merged', 'resolved'],
  ];
  for (const reason of reasons) {
    expect(codes).toHaveProperty([reason]);
    expect(codesZh).toHaveProperty([reason]);
  }
});

it('names the causes of the first policy as it does', () => {
  const policy = readFileSync('libs/sla/src/default-policy.ts', 'utf8');
  const causes = [...policy.matchAll(/\bcause\('([\w.]+)', '([^']+)'/g)];
  expect(causes.length).toBeGreaterThan(10);
  for (const [, id = '', title] of causes) {
    const path = `cause-${id.replaceAll('.', '_')}`;
    expect(codesZh).toHaveProperty([path], title);
    expect(codes).toHaveProperty([path]);
  }
});
