/**
 * Whether a text was put on the clipboard: browsers give it to pages that nobody on the way can change, if to them. Where
 * it was not, the text is shown instead.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!isSecureContext) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
