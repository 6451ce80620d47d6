interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  keyCode: number;
  nativeEvent: { isComposing: boolean };
}

/** What browsers report for keys that an input method has taken. */
const takenByInputMethod = 229;

/** Ctrl or Cmd with Enter, unless an input method is at work: what it takes never sends anything. */
export function isSendKey({ key, ctrlKey, metaKey, keyCode, nativeEvent }: Pressed): boolean {
  if (nativeEvent.isComposing || keyCode === takenByInputMethod) return false;
  return key === 'Enter' && (ctrlKey || metaKey);
}
