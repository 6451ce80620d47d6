interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  keyCode: number;
  nativeEvent: { isComposing: boolean };
}

/** Ctrl or Cmd with Enter, unless an input method is at work: what it takes never sends anything. */
export function isSendKey({ key, ctrlKey, metaKey, keyCode, nativeEvent }: Pressed): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !nativeEvent.isComposing && keyCode !== 229;
}
