import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '#contracts';
import { serviceOf } from './service-routes.js';

const own = [
  ...['login', 'logout', 'session', 'sessions', 'password', 'users', 'people', 'api-keys'],
  ...['installation', 'first-run'],
  ...['dlq', 'parked', 'audit', 'case-status', 'time', 'openapi.json', 'asyncapi.json'],
];
const described = Object.keys(openApiDocument('test')['paths'] as object);

describe('the routes of the gateway', () => {
  it('lead to one service each', () => {
    expect(serviceOf('/api/v1/complaints')).toBe('intake');
    expect(serviceOf('/api/v1/cases/2026-0000123-4/commands/close')).toBe('escalation');
    expect(serviceOf('/api/v1/streams/signals')).toBe('signals');
    expect(serviceOf('/api/v1/reports/volume')).toBe('reporting');
  });

  it('take whole path segments only', () => {
    expect(serviceOf('/api/v1/casesandmore')).toBeUndefined();
    expect(serviceOf('/cases')).toBeUndefined();
  });

  it.each(described.filter((path) => path.startsWith('/api/v1/')))(
    '%s is answered by a service or by the gateway itself',
    (path) => {
      const part = path.split('/')[3] ?? '';
      expect(serviceOf(path) !== undefined || own.includes(part)).toBe(true);
    },
  );
});
