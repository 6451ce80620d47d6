import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { isMissing } from '../case-queries.js';
import { VersionedDraft } from './versioned-draft.js';

const at = (id: string) => ({ params: { path: { id } } });
/** The page may be gone before the answer comes. */
const lasting = { keepalive: true };

const readDraft = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/draft', at(id)));
const readNoteDraft = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/note-draft', at(id)));

export type Draft = Awaited<ReturnType<typeof readDraft>>;
export type NoteDraft = Awaited<ReturnType<typeof readNoteDraft>>;

/** Nobody has written anything yet. */
const orNone = <T>(asked: Promise<T>) =>
  asked.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });

export interface Reply {
  kind: Draft['kind'];
  channel: Draft['channel'];
  text: string;
  to: string;
  /** Whom of the parties it is for; undefined: the customer. */
  partyId: string | undefined;
  template: string | undefined;
}

/** As the server takes it: an address that is half written is none yet. */
const address = /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/;
export const isAddress = (to: string) => address.test(to);

export function bodyOfReply({ kind, channel, text, to, partyId, template }: Reply) {
  const isMailed = channel === 'email' && partyId === undefined && isAddress(to.trim());
  return {
    ...{ kind, channel, text: text.trim() },
    ...(isMailed && { to: to.trim() }),
    ...(partyId !== undefined && { partyId }),
    ...(template !== undefined && { template }),
  };
}

/** Read once when the composer opens, from wherever it was written last; after that the composer has it. */
const once = { staleTime: Infinity, gcTime: 0 };

export const useDraft = (id: string) =>
  useQuery({ queryKey: ['draft', id], queryFn: () => orNone(readDraft(id)), ...once });
export const useNoteDraft = (id: string) =>
  useQuery({ queryKey: ['note-draft', id], queryFn: () => orNone(readNoteDraft(id)), ...once });

const isBlank = (text: string) => text.trim() === '';
const wordsOf = ({ kind, channel, text, to, partyId, template }: Partial<Draft>) =>
  JSON.stringify([kind, channel, text, to ?? null, partyId ?? null, template ?? null]);
const over = (id: string, expectedVersion: number) => ({
  ...{ params: { path: { id }, query: { expectedVersion } } },
  ...lasting,
});

/** A message that is being written, over the version of it that was read. */
export const replyDraft = (id: string, version: number) =>
  new VersionedDraft<Reply, Draft>(
    {
      wordsOf: (reply) => (isBlank(reply.text) ? undefined : wordsOf(bodyOfReply(reply))),
      wordsOfKept: wordsOf,
      read: () => orNone(readDraft(id)),
      async put(reply, expectedVersion) {
        const body = { ...bodyOfReply(reply), expectedVersion };
        const kept = api.PUT('/api/v1/cases/{id}/draft', { ...at(id), ...lasting, body });
        return (await bodyOf(kept)).version;
      },
      async drop(expectedVersion) {
        await bodyOf(api.DELETE('/api/v1/cases/{id}/draft', over(id, expectedVersion)));
      },
    },
    version,
  );

/** A note that is being written, over the version of it that was read. */
export const noteDraft = (id: string, version: number) =>
  new VersionedDraft<string, NoteDraft>(
    {
      wordsOf: (text) => (isBlank(text) ? undefined : text.trim()),
      wordsOfKept: ({ text }) => text?.trim() ?? '',
      read: () => orNone(readNoteDraft(id)),
      async put(text, expectedVersion) {
        const body = { text, expectedVersion };
        const kept = api.PUT('/api/v1/cases/{id}/note-draft', { ...at(id), ...lasting, body });
        return (await bodyOf(kept)).version;
      },
      async drop(expectedVersion) {
        await bodyOf(api.DELETE('/api/v1/cases/{id}/note-draft', over(id, expectedVersion)));
      },
    },
    version,
  );
