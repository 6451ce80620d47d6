import type { Page } from 'playwright-core';

/** What the key of an input method is called while it composes. */
const takenKey = 229;

/** An input method at work in the field that has the focus, as Chromium is told of one by the system. */
export interface InputMethod {
  /** Shows letters that are not yet a text, `ni hao`. */
  compose(letters: string): Promise<void>;
  /** A key that the input method takes for itself. */
  press(key: string): Promise<void>;
  /** The composition becomes this text. */
  choose(text: string): Promise<void>;
}

export async function openInputMethod(page: Page): Promise<InputMethod> {
  const devtools = await page.context().newCDPSession(page);
  return {
    async compose(text) {
      const at = { selectionStart: text.length, selectionEnd: text.length };
      await devtools.send('Input.imeSetComposition', { text, ...at });
    },
    async press(key) {
      const taken = { key, windowsVirtualKeyCode: takenKey };
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...taken });
    },
    async choose(text) {
      await devtools.send('Input.insertText', { text });
    },
  };
}
