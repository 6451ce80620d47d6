import { describe, expect, it } from '@jest/globals';
import { isSendKey } from './send-key.js';

describe('the key that sends', () => {
  const pressed = {
    key: 'Enter',
    ctrlKey: true,
    metaKey: false,
    keyCode: 13,
    nativeEvent: { isComposing: false },
  };

  it('is Enter with Ctrl or Cmd, not Enter alone', () => {
    expect(isSendKey(pressed)).toBe(true);
    expect(isSendKey({ ...pressed, ctrlKey: false, metaKey: true })).toBe(true);
    expect(isSendKey({ ...pressed, ctrlKey: false })).toBe(false);
  });

  it('sends nothing while an input method composes', () => {
    expect(isSendKey({ ...pressed, nativeEvent: { isComposing: true } })).toBe(false);
    expect(isSendKey({ ...pressed, keyCode: 229 })).toBe(false);
  });
});
