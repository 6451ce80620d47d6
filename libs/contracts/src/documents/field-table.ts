/** The parts of JSON Schema that zod writes and these tables read. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** A shape that occurs often and is described once. */
export interface NamedShape {
  readonly name: string;
  readonly anchor: string;
  readonly schema: JsonSchema;
}

const code = (value: unknown) => `\`${String(value)}\``;
const unlimited = Number.MAX_SAFE_INTEGER;
const same = (one: JsonSchema, other: JsonSchema) => JSON.stringify(one) === JSON.stringify(other);

/** The fields of an object schema as a Markdown table; nested objects become dotted names, required within their object. */
export function fieldTable(schema: JsonSchema, shapes: readonly NamedShape[]): string {
  const rows = fieldRows(schema, '', shapes);
  if (rows.length === 0) return 'No fields.';
  const body = rows.map(({ name, type, required }) => `| ${name} | ${type} | ${required} |`);
  return ['| field | type | required |', '| --- | --- | --- |', ...body].join('\n');
}

interface FieldRow {
  name: string;
  type: string;
  required: string;
}

function fieldRows(schema: JsonSchema, prefix: string, shapes: readonly NamedShape[]): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    const path = `${prefix}${name}`;
    const row = {
      name: code(path),
      type: describeType(field, shapes),
      required: isRequired ? 'yes' : '',
    };
    const inner = field.type === 'array' ? field.items : field;
    const isNamed = inner && shapes.some((shape) => same(shape.schema, inner));
    if (!inner?.properties || isNamed) return [row];
    const innerPrefix = `${path}${field.type === 'array' ? '[]' : ''}.`;
    return [row, ...fieldRows(inner, innerPrefix, shapes)];
  });
}

/** A schema's type in words, with its limits: `text, at most 200`, `` `phone`, `web` ``. */
export function describeType(schema: JsonSchema, shapes: readonly NamedShape[]): string {
  const named = shapes.find((shape) => same(shape.schema, schema));
  if (named) return `[${named.name}](#${named.anchor})`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const texts = alternatives.map((one) =>
      one.properties ? inlineFields(one, shapes) : describeType(one, shapes),
    );
    return [...new Set(texts)].join(' or ');
  }
  const text = describePlain(schema, shapes);
  return schema.default === undefined || typeof schema.default === 'object'
    ? text
    : `${text}; default ${code(schema.default)}`;
}

function describePlain(schema: JsonSchema, shapes: readonly NamedShape[]): string {
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  switch (schema.type) {
    case 'array': {
      const items = schema.items ? describeType(schema.items, shapes) : 'anything';
      return `list of ${items}${schema.maxItems === undefined ? '' : `, at most ${schema.maxItems}`}`;
    }
    case 'object':
      if (schema.properties) return 'object';
      return typeof schema.additionalProperties === 'object' &&
        Object.keys(schema.additionalProperties).length > 0
        ? `object of ${describeValues(schema.additionalProperties, shapes)}`
        : 'object';
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${describeRange(schema)}`;
    case 'string':
      return describeText(schema);
    case undefined:
      return 'anything';
    default:
      return typeof schema.type === 'string'
        ? schema.type
        : schema.type.map(plainType).join(' or ');
  }
}

const plainType = (type: string) => (type === 'string' ? 'text' : type);

const describeValues = (values: JsonSchema, shapes: readonly NamedShape[]) =>
  values.properties ? inlineFields(values, shapes) : describeType(values, shapes);

function describeRange({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const parts = [
    exclusiveMinimum !== undefined && ` above ${exclusiveMinimum}`,
    minimum !== undefined && minimum > -unlimited && ` from ${minimum}`,
    maximum !== undefined && maximum < unlimited && ` to ${maximum}`,
  ];
  return parts.filter(Boolean).join('');
}

/** Codes are told by their pattern: letters and digits of any script, then a few signs. */
function describeText({ format, pattern, maxLength }: JsonSchema): string {
  if (format === 'date-time') return 'instant';
  if (format !== undefined) return format === 'uri' ? 'URL' : format;
  if (pattern?.startsWith('^[\\p{L}\\p{N}]')) return 'code';
  const limit = maxLength === undefined ? '' : `, at most ${maxLength}`;
  if (pattern === undefined) return `text${limit}`;
  return `text like ${code(pattern.replaceAll('|', '\\|'))}`;
}

function inlineFields(schema: JsonSchema, shapes: readonly NamedShape[]): string {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    const type = field.properties ? inlineFields(field, shapes) : describeType(field, shapes);
    return `${code(`${name}${optional}`)} ${type}`;
  });
  return `{ ${fields.join('; ')} }`;
}
