import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { isMachine } from '../../../shared/beside.js';
import { say } from '../../../shared/say.js';
import { caseToast, changesOf } from '../actions/use-command.js';
import { caseKey } from '../case-queries.js';
import { kindOf } from '../timeline/entry-facts.js';
import { bodyOfReply } from './drafts.js';
import type { Reply } from './drafts.js';
import { isByHand, isHandedOn } from './way-of.js';

export interface Sending {
  reply: Reply;
  version: number;
  confirmRecipient: boolean;
}

async function send(id: string, { reply, version, confirmRecipient }: Sending) {
  const body = {
    ...bodyOfReply(reply),
    expectedVersion: version,
    ...(confirmRecipient && { confirmRecipient: true as const }),
  };
  const path = { params: { path: { id } } };
  return bodyOf(api.POST('/api/v1/cases/{id}/commands/send-message', { ...path, body }));
}

/** Time that passed is nothing that a reply has to answer: then it is sent for the version that is. */
async function sendDespiteTime(id: string, sending: Sending) {
  try {
    return await send(id, sending);
  } catch (error) {
    const changes = changesOf(error);
    const isTimeOnly = changes?.every(
      ({ type, actor }) => isMachine(actor) && kindOf(type) === 'clock',
    );
    if (!(error instanceof ApiProblem) || !isTimeOnly) throw error;
    return send(id, { ...sending, version: Number(error.body['version']) });
  }
}

/** Sends a message for the version of the case that its writer has read. */
export function useSend(id: string, onSent: () => void) {
  const { t } = useTranslation('casePage');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sending: Sending) => sendDespiteTime(id, sending),
    onSuccess: async (view, { reply }) => {
      client.setQueryData([...caseKey(id), 'view'], view);
      onSent();
      // The notice says that it can be taken back: it waits until the button for that is there.
      await client.invalidateQueries({ queryKey: caseKey(id) });
      const unsent = isHandedOn(reply.channel) ? 'handedOn' : 'sent';
      const became = isByHand(reply.channel) ? 'recorded' : unsent;
      say('success', t(`reply.${became}`), { key: caseToast });
    },
    onError: () => void client.invalidateQueries({ queryKey: caseKey(id) }),
  });
}
