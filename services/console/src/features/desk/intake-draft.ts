import { emptyIntake } from './intake.js';
import type { Intake } from './intake.js';

/** What is being taken down, with the key under which it is filed however often that is tried. */
export interface IntakeDraft {
  key: string;
  intake: Intake;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (username: string) => `clearline.intake.${username}`;

/** What this person had typed in this tab, or an empty form under a new key. */
export function readDraft(store: Store, username: string, newKey: () => string): IntakeDraft {
  const kept = store.getItem(nameOf(username));
  if (kept !== null) {
    try {
      const { key, intake } = JSON.parse(kept) as IntakeDraft;
      // An older page may have kept less than this one asks for.
      return { key, intake: { ...emptyIntake, ...intake } };
    } catch {
      store.removeItem(nameOf(username));
    }
  }
  return { key: newKey(), intake: emptyIntake };
}

/** Answers whether it was kept: a browser may refuse, or be full. */
export function keepDraft(store: Store, username: string, draft: IntakeDraft): boolean {
  try {
    store.setItem(nameOf(username), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: Store, username: string): void {
  store.removeItem(nameOf(username));
}
