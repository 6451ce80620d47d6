import { describe, expect, it } from '@jest/globals';
import { createLogger } from './create-logger.js';

function logOf(entry: object, message: string): string {
  const lines: string[] = [];
  createLogger('probe', { destination: { write: (line) => void lines.push(line) } }).info(
    entry,
    message,
  );
  return lines.join('');
}

describe('createLogger', () => {
  it('writes one JSON line with service, level and time', () => {
    const line = JSON.parse(logOf({ caseId: 'c1' }, 'case opened')) as Record<string, unknown>;
    expect(line).toMatchObject({
      service: 'probe',
      level: 'info',
      caseId: 'c1',
      msg: 'case opened',
    });
    expect(new Date(String(line.time)).toISOString()).toBe(line.time);
  });

  it.each([
    'name',
    'phone',
    'email',
    'address',
    'statement',
    'note',
    'comment',
    'password',
    'token',
    'cookie',
    'csrf',
  ])('keeps %s out of the log at every depth that bodies have', (field) => {
    const personal = { [field]: 'Ann Miller' };
    const entry = { ...personal, a: { ...personal, b: { ...personal, c: personal } } };
    expect(logOf(entry, 'x')).not.toContain('Miller');
    expect(logOf({ items: [{ customer: personal }] }, 'x')).not.toContain('Miller');
  });

  it('keeps credentials of request headers out', () => {
    expect(logOf({ request: { headers: { authorization: 'Bearer s3cret' } } }, 'x')).not.toContain(
      's3cret',
    );
  });
});
