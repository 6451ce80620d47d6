import { describe, expect, it } from '@jest/globals';
import { readText, UnreadableText } from './readable-text.js';

describe('a text that people write', () => {
  it('is read as YAML and as JSON', () => {
    expect(readText('phrases:\n  - id: wait\n')).toEqual({ phrases: [{ id: 'wait' }] });
    expect(readText('{"phrases": []}')).toEqual({ phrases: [] });
  });

  it('names the line from which on it cannot be read', () => {
    const read = () => readText('phrases:\n  - { id: wait\nsigns: []\n');
    expect(read).toThrow(UnreadableText);
    expect(read).toThrow(/line 3/);
  });
});
