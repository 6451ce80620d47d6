// What the console's forms are made of: the body of every command on a case, and who may give it, from the OpenAPI document.
import { readFileSync, writeFileSync } from 'node:fs';

const commandPath = /^\/api\/v1\/cases\/\{id\}\/commands\/([a-z-]+)$/;
/** Texts are long; codes and numbers of cases are short. */
const shortest = 1_000;

function typeOf(schema) {
  if (schema.enum) return { type: 'choice', options: schema.enum };
  if (schema.const === true) return { type: 'boolean' };
  if (schema.anyOf) {
    const choice = schema.anyOf.find((one) => one.enum);
    return choice ? { type: 'choice', options: choice.enum } : { type: 'code' };
  }
  if (schema.type === 'array') {
    const item = typeOf(schema.items);
    if (item.type === 'group') return { type: 'rows', fields: item.fields };
    return { type: 'list', ...(item.options && { options: item.options }) };
  }
  if (schema.type === 'object') return { type: 'group', fields: fieldsOf(schema) };
  if (schema.type === 'boolean') return { type: 'boolean' };
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum, exclusiveMinimum, maximum } = schema;
    const min = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
    return {
      type: schema.type,
      ...(min > -1e12 && { min }),
      ...(maximum < 1e12 && { max: maximum }),
    };
  }
  if (schema.format === 'date-time') return { type: 'instant' };
  if (schema.format === 'uuid') return { type: 'id' };
  return schema.maxLength > shortest
    ? { type: 'text', maxLength: schema.maxLength }
    : { type: 'code' };
}

function fieldsOf({ properties = {}, required = [] }) {
  return Object.entries(properties)
    .filter(([name]) => name !== 'expectedVersion')
    .map(([name, schema]) => ({ name, isRequired: required.includes(name), ...typeOf(schema) }));
}

/** One entry a command. Bodies that differ by stage have no fields of their own: `complete-stages` names them all. */
export function writeCommands(descriptionPath, path) {
  const { paths } = JSON.parse(readFileSync(descriptionPath, 'utf8'));
  const commands = Object.entries(paths).flatMap(([route, { post }]) => {
    const name = commandPath.exec(route)?.[1];
    if (!name) return [];
    const { schema } = post.requestBody.content['application/json'];
    return [[name, { roles: post['x-roles'], fields: fieldsOf(schema) }]];
  });
  const body = JSON.stringify(Object.fromEntries(commands), null, 1);
  const text = `// Generated from the OpenAPI document.\nexport const commands = ${body} as const;\n`;
  writeFileSync(path, text);
}
