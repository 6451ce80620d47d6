import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '#contracts';
import type { TestStandalone } from './open-test-standalone.js';

interface Operation {
  'x-roles'?: string[];
  security?: unknown[];
}

/** Each with a log-in that has this role and no other. */
const roles = ['agent', 'supervisor', 'manager', 'bi', 'admin'];
const nobody = '';
/** A stream never ends, and who signs out is somebody else afterwards. */
const isLeftOut = (path: string) => /\/streams\/|\/logout$/.test(path);

const operations = Object.entries(
  openApiDocument('0').paths as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(() => !isLeftOut(path))
    .map(([method, { security, 'x-roles': allowed }]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'none'),
      isOpen: security?.length === 0,
      allowed: allowed ?? roles,
    })),
);

/** Who may ask for what, operation by operation, through the public edge, on the engine that `open` starts. */
export function rightsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`rights on ${engine}`, () => {
    let product: TestStandalone;
    const tokens = new Map<string, string>();
    beforeAll(async () => {
      product = await open();
      for (const role of roles) tokens.set(role, await signInAs(role));
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    async function signInAs(role: string): Promise<string> {
      const username = `only-${role}`;
      const password = `${role}-has-one-role`;
      await product.call('admin', 'POST', '/api/v1/users', { username, password, roles: [role] });
      const { body } = await product.call(nobody, 'POST', '/api/v1/login', { username, password });
      return String(body['token']);
    }

    /** An empty body: whoever is let in is told what is missing, and nothing happens. */
    async function ask(role: string, method: string, path: string) {
      const token = tokens.get(role);
      const hasBody = method !== 'GET' && method !== 'DELETE';
      const answer = await fetch(new URL(path, product.services.url), {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(hasBody && { 'content-type': 'application/json' }),
        },
        ...(hasBody && { body: '{}' }),
      });
      return { status: answer.status, text: await answer.text() };
    }

    it('cover the whole API', () => {
      expect(operations.length).toBeGreaterThan(60);
    });

    it.each(roles)('of %s are those of the table, operation by operation', async (role) => {
      const wrong: string[] = [];
      for (const { method, path, allowed, isOpen } of operations) {
        const { status, text } = await ask(role, method, path);
        const isRefused = status === 403 && text.includes('"requiredRoles":');
        if (isRefused === (isOpen || allowed.includes(role))) {
          wrong.push(`${method} ${path}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it('of nobody are none but those that the table opens', async () => {
      const wrong: string[] = [];
      for (const { method, path, isOpen } of operations) {
        const { status, text } = await ask(nobody, method, path);
        const isRefused = status === 401 && text.includes('urn:clearline:problem:unauthenticated');
        if (isRefused === isOpen && !path.endsWith('/login'))
          wrong.push(`${method} ${path}: ${status}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}
