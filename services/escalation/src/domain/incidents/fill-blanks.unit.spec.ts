import { describe, expect, it } from '@jest/globals';
import { fillBlanks } from './fill-blanks.js';

const number = '2026-0000123-4';

describe('a text for the customers of a mass incident', () => {
  it('says to each their own name and number, in either language', () => {
    expect(fillBlanks('{称呼}，您好！单号{单号}已通水，{单号}。', { number, name: '王芳' })).toBe(
      `王芳，您好！单号${number}已通水，${number}。`,
    );
    expect(fillBlanks('Dear {name}, about {number}:', { number, name: 'Ann $& Lee' })).toBe(
      `Dear Ann $& Lee, about ${number}:`,
    );
  });

  it('calls customers whom nobody knows by name just that', () => {
    expect(fillBlanks('尊敬的{称呼}', { number })).toBe('尊敬的客户');
    expect(fillBlanks('Dear {name}', { number })).toBe('Dear customer');
  });

  it('leaves what it does not know to whoever checks the message, and fills in nothing twice', () => {
    expect(fillBlanks('{进展} {next step} {}', { number })).toBe('{进展} {next step} {}');
    expect(fillBlanks('{name}', { number, name: '{number}' })).toBe('{number}');
    expect(fillBlanks('{constructor}', { number })).toBe('{constructor}');
  });
});
