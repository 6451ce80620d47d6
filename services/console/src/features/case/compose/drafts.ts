import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { isMissing } from '../case-queries.js';

const at = (id: string) => ({ params: { path: { id } } });
/** The page may be gone before the answer comes. */
const lasting = { keepalive: true };

const readDraft = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/draft', at(id)));
const readNoteDraft = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/note-draft', at(id)));

export type Draft = Awaited<ReturnType<typeof readDraft>>;

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

export const keepReply = (id: string) => (reply: Reply | undefined) =>
  reply && reply.text.trim() !== ''
    ? bodyOf(
        api.PUT('/api/v1/cases/{id}/draft', { ...at(id), ...lasting, body: bodyOfReply(reply) }),
      )
    : bodyOf(api.DELETE('/api/v1/cases/{id}/draft', { ...at(id), ...lasting }));

export const keepNote = (id: string) => (text: string | undefined) =>
  text && text.trim() !== ''
    ? bodyOf(api.PUT('/api/v1/cases/{id}/note-draft', { ...at(id), ...lasting, body: { text } }))
    : bodyOf(api.DELETE('/api/v1/cases/{id}/note-draft', { ...at(id), ...lasting }));
