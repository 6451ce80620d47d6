import { describe, expect, it } from '@jest/globals';
import { lineOfPath } from './line-of-path.js';

const text = `# list of the desk
phrases:
  - id: cant
    phrase: 不可能
  - id: rules
    phrase: 这是规定
signs: {}
`;

describe('the line of a part', () => {
  it('is where its value begins', () => {
    expect(lineOfPath(text, 'phrases.1.phrase')).toBe(6);
    expect(lineOfPath(text, 'phrases.0.id')).toBe(3);
  });

  it('is that of what should hold it, where it is missing', () => {
    expect(lineOfPath(text, 'phrases.1.advised')).toBe(5);
    expect(lineOfPath(text, 'signs.emotion.0')).toBe(7);
    expect(lineOfPath(text, 'customerTypes')).toBe(2);
  });

  it('is unknown in a text that holds nothing', () => {
    expect(lineOfPath('', 'phrases')).toBeUndefined();
  });
});
