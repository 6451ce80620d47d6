import { z } from 'zod';
import { csrfName } from './route.js';
import type { Route, RouteAnswer } from './route.js';
import { routes } from './routes.js';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'urn:clearline:problem:<slug>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          rule: { type: 'string' },
          message: { type: 'string' },
          line: { type: 'integer', description: 'Where the body was text' },
        },
      },
    },
  },
};

const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
};

const json = 'application/json';

const queryParameters = (query: z.ZodObject) => {
  const { properties, required } = z.toJSONSchema(query, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    schema,
  }));
};

const headerParameters = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));

function content({ schema, mediaTypes = [] }: RouteAnswer): Record<string, unknown> {
  const types = [
    ...(schema ? [[json, { schema: jsonSchema(schema) }]] : []),
    ...mediaTypes.map((type) => [type, { schema: { type: 'string' } }]),
  ];
  return types.length === 0 ? {} : { content: Object.fromEntries(types) as object };
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function operation(route: Route): Record<string, unknown> {
  const one = route.body && jsonSchema(route.body);
  const schema = route.arrayOfBodies
    ? { oneOf: [one, { type: 'array', maxItems: 1000, items: one }] }
    : one;
  const answers = Object.entries(route.answers).map(([status, answer]) => [
    status,
    { description: answer.description, ...content(answer) },
  ]);
  return {
    operationId: `${route.method}-${route.path.replace(/^\//, '').replace(/[{}]/g, '').replaceAll('/', '-')}`,
    summary: route.summary,
    ...(route.roles && {
      description: `Roles: ${route.roles.join(', ')}.`,
      'x-roles': route.roles,
    }),
    tags: [route.tag],
    parameters: [
      ...pathParameters(route.path),
      ...(route.query ? queryParameters(route.query) : []),
      ...headerParameters(route.headers ?? {}),
    ],
    ...(schema && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          [json, ...(route.bodyMediaTypes ?? [])].map((type) => [type, { schema }]),
        ),
      },
    }),
    ...(route.contentTypes && {
      requestBody: {
        required: true,
        // OpenAPI 3.1 says of a file only what it is called: a schema would describe its text.
        content: Object.fromEntries(route.contentTypes.map((type) => [type, {}])),
      },
    }),
    ...(route.open && { security: [] }),
    ...(route.bySession && { security: [{ session: [] }] }),
    responses: {
      ...Object.fromEntries(answers),
      default: {
        description: 'A problem (RFC 9457)',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** OpenAPI 3.1 description of the HTTP API, made from the schemas that validate its bodies. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clearline',
      version,
      description:
        'Every refusal is `application/problem+json`. `type`, `path` and `rule` are for machines; the texts are English, or Chinese with `Accept-Language: zh-CN`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT or API key' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'clearline_session',
          description: `Of browsers, by \`POST /api/v1/session\`. Methods other than GET and HEAD need the header ${csrfName} too, with the \`csrf\` of the session.`,
        },
      },
      schemas: { Problem: problem },
    },
  };
}
