import { useEffect, useState } from 'react';
import { useSession } from '../../session/session.js';
import { dropDraft, keepDraft, readDraft } from './intake-draft.js';
import { emptyIntake, isTouched } from './intake.js';
import type { Intake } from './intake.js';

export interface IntakeForm {
  intake: Intake;
  /** The idempotency key under which this complaint is filed, however often. */
  key: string;
  set: (change: Partial<Intake>) => void;
  update: (change: (intake: Intake) => Intake) => void;
  /** An empty form under a new key; only when it still says what was meant, where that is asked. */
  clear: (isMeant?: (intake: Intake) => boolean) => void;
  /** The same complaint under a new key: it is filed as another one. */
  renew: () => void;
}

/** The complaint that is being taken down, kept in this tab of the browser over a reload. */
export function useIntake(): IntakeForm {
  const { username } = useSession();
  const [draft, setDraft] = useState(() =>
    readDraft(sessionStorage, username, () => crypto.randomUUID()),
  );
  useEffect(() => {
    if (isTouched(draft.intake)) keepDraft(sessionStorage, username, draft);
    else dropDraft(sessionStorage, username);
  }, [draft, username]);
  const update = (change: (intake: Intake) => Intake) =>
    setDraft(({ key, intake }) => ({ key, intake: change(intake) }));
  return {
    ...draft,
    update,
    set: (change) => update((intake) => ({ ...intake, ...change })),
    clear: (isMeant) => {
      const fresh = { key: crypto.randomUUID(), intake: emptyIntake };
      setDraft((now) => (isMeant?.(now.intake) === false ? now : fresh));
    },
    renew: () => {
      const key = crypto.randomUUID();
      setDraft(({ intake }) => ({ key, intake }));
    },
  };
}
