import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../../session/session.js';
import type { Keeping } from '../../shared/draft-keeper.js';
import { useKeeping } from '../../shared/use-keeper.js';
import type { Intake } from './desk-types.js';
import { draftServer } from './intake-draft.js';
import type { IntakeDraft } from './intake-draft.js';
import { IntakeStore } from './intake-store.js';
import type { Elsewhere } from './intake-store.js';

export interface IntakeForm {
  intake: Intake;
  /** The idempotency key under which this complaint is filed, however often. */
  key: string;
  keeping: Keeping;
  /** It was read from the server and is untouched here: it may be of another call. */
  isEarlier: boolean;
  goOn: () => void;
  /** What another device did meanwhile, where the writer has to choose. */
  other: Elsewhere | undefined;
  takeOther: () => void;
  replaceOther: () => void;
  set: (change: Partial<Intake>) => void;
  update: (change: (intake: Intake) => Intake) => void;
  /** An empty form under a new key; only when it still says what was meant, where that is asked. */
  clear: (isMeant?: (intake: Intake) => boolean) => void;
  /** The same complaint under a new key: it is filed as another one. */
  renew: () => void;
}

/** By person, for as long as the page is loaded: what is typed stays while somebody looks at another screen. */
const stores = new Map<string, IntakeStore>();

/** The form as it is kept, once it is read; read again whenever somebody comes back to it. */
export function useIntakeStore(): IntakeStore | undefined {
  const { username } = useSession();
  const { data } = useQuery({
    queryKey: ['intake-draft', username],
    queryFn: async () => {
      const store = stores.get(username) ?? new IntakeStore(draftServer);
      stores.set(username, store);
      await store.refresh();
      return store;
    },
    staleTime: 0,
    // A complaint is taken down without the network, too.
    networkMode: 'always',
    structuralSharing: false,
  });
  return data;
}

/** The complaint that is being taken down, kept on the server within three seconds. */
export function useIntake(store: IntakeStore): IntakeForm {
  const draft = useSyncExternalStore(store.subscribe, () => store.draft);
  const isEarlier = useSyncExternalStore(store.subscribe, () => store.isEarlier);
  const keeping = useKeeping(store.keeper);
  const other = keeping === 'outdated' ? store.other : undefined;
  return useMemo(
    () => ({ ...formOf(store, draft, keeping, other), isEarlier }),
    [store, draft, keeping, other, isEarlier],
  );
}

function formOf(
  store: IntakeStore,
  draft: IntakeDraft,
  keeping: Keeping,
  other: Elsewhere | undefined,
): Omit<IntakeForm, 'isEarlier'> {
  const update = (change: (intake: Intake) => Intake) =>
    store.change(({ key, intake }) => ({ key, intake: change(intake) }));
  return {
    ...draft,
    keeping,
    other,
    goOn: () => store.goOn(),
    takeOther: () => void store.takeOther(),
    replaceOther: () => store.replaceOther(),
    update,
    set: (change) => update((intake) => ({ ...intake, ...change })),
    // What was typed on is no part of what was filed: the server says so, and its writer chooses.
    clear: (isMeant) =>
      isMeant?.(store.draft.intake) === false ? store.change((now) => ({ ...now })) : store.clear(),
    renew: () => store.renew(),
  };
}
