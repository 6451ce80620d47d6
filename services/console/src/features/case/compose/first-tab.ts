export type ComposerTab = 'reply' | 'note';

/** What was kept of something begun; its text is null where the customer was erased. */
type Kept = { text: string | null; savedAt: string } | null | undefined;

export const holdsText = (kept: Kept) => (kept?.text ?? '').trim() !== '';

/** The tab that somebody finds open: of what they had begun the newest, the message to the customer if nothing. */
export function firstTab(drafts: { reply: Kept; note: Kept }): ComposerTab {
  const { reply, note } = drafts;
  if (!holdsText(note)) return 'reply';
  return holdsText(reply) && reply!.savedAt > note!.savedAt ? 'reply' : 'note';
}

/** Whose customer took the complaint back is written to no more: every message is refused. */
export const takesMessages = ({ status }: { status: string }): boolean => status !== 'withdrawn';
