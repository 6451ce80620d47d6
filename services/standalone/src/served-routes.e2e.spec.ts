import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { commandRoles, openApiDocument } from '#contracts';
import type { CaseCommandName } from '#contracts';
import { createTestDatabase } from '#testing';
import { services } from '../../cli/src/services.js';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';

interface ServedRoute {
  method: string;
  path: string;
  /** undefined: everybody who is signed in */
  roles: string[] | undefined;
  isOpen: boolean;
}

interface Operation {
  'x-roles'?: string[];
  security?: unknown[];
}

/** What every process serves; and the page for browsers, which is no API. */
const ofThePlatform = [
  ...['get /health/live', 'get /health/ready', 'get /health/progress', 'get /metrics'],
];
const undescribed = ['get /'];
/** One handler takes every command and lets in all who may give any; who may give which is a table. */
const commandOf = (path: string) =>
  /\/commands\/([\w-]+)$/.exec(path)?.[1] as CaseCommandName | undefined;

let product: TestStandalone;
let served: ServedRoute[];

beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  served = services.flatMap((service) => {
    const runtime = product.services.runtimes.get(service.name)!;
    return (service.module(runtime).controllers ?? []).flatMap((one) => routesOf(one));
  });
}, 180_000);
afterAll(() => product?.close());

function routesOf(controller: new (...args: never[]) => unknown): ServedRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const read = (key: string, handler: object) =>
    (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as unknown;
  const prefix = String(Reflect.getMetadata('path', controller) ?? '');
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const path = `/${prefix}/${String(Reflect.getMetadata('path', handler))}`;
    return [
      {
        method: RequestMethod[Reflect.getMetadata('method', handler) as number]!.toLowerCase(),
        path: path.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''),
        roles: read('clearline:roles', handler) as string[] | undefined,
        isOpen: read('clearline:public', handler) === true,
      },
    ];
  });
}

const described = Object.entries(
  openApiDocument('0').paths as Record<string, Record<string, Operation>>,
).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const answers = (route: ServedRoute) => {
  const pattern = new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`);
  return (one: { method: string; path: string }) =>
    one.method === route.method && pattern.test(one.path);
};

describe('the description of the API', () => {
  it('names every route that is served', () => {
    const missing = served.filter((route) => !described.some(answers(route))).map(nameOf);
    expect(served.length).toBeGreaterThan(40);
    expect(missing.filter((name) => !undescribed.includes(name))).toEqual([]);
  });

  it('names no route that is not served', () => {
    const invented = described.filter((one) => !served.some((route) => answers(route)(one)));
    expect(invented.map(nameOf)).toEqual(ofThePlatform);
  });

  it('lets in whom the handlers let in', () => {
    for (const one of described.filter((route) => !ofThePlatform.includes(nameOf(route)))) {
      const { roles, isOpen } = served.find((route) => answers(route)(one))!;
      const allowed = one.operation['x-roles'];
      const command = commandOf(one.path);
      const expected = command ? commandRoles[command] : roles;
      if (command) expect(roles).toEqual(expect.arrayContaining([...commandRoles[command]]));
      expect([nameOf(one), [...(allowed ?? [])].sort()]).toEqual([
        nameOf(one),
        [...(expected ?? [])].sort(),
      ]);
      expect([nameOf(one), one.operation.security?.length === 0]).toEqual([nameOf(one), isOpen]);
    }
  });
});
