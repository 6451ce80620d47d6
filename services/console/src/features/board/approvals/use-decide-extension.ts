import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import type { channels } from '../../../shared/channels.js';
import { say } from '../../../shared/say.js';
import { useClockName } from '../use-clock-name.js';
import { boardKey } from '../board-queries.js';
import type { WaitingExtension } from '../board-types.js';

/** Why more time is refused, in the order in which people choose among them. */
export const refusalReasons = [
  ...(['not-justified', 'time-is-enough', 'customer-objects', 'promise-stands', 'other'] as const),
] as const;

export interface ExtensionDecision {
  isGiven: boolean;
  channel?: (typeof channels)[number];
  text?: string;
  reason?: (typeof refusalReasons)[number];
  note?: string;
}

/** Gives the time that was asked for, with the notice to the customer, or refuses it with a reason; who asked takes it back. */
export function useDecideExtension(asked: WaitingExtension, isOwn: boolean, onDone: () => void) {
  const { t } = useTranslation('board');
  const nameOf = useClockName();
  const { caseId, clockId } = asked;
  const client = useQueryClient();
  const params = { path: { id: caseId } };
  const post = ({ isGiven, channel, text = '', reason = 'other', note }: ExtensionDecision) =>
    isGiven
      ? api.POST('/api/v1/cases/{id}/commands/approve-extension', {
          params,
          body: { clockId, ...(channel && { notice: { channel, text } }) },
        })
      : api.POST('/api/v1/cases/{id}/commands/refuse-extension', {
          params,
          body: { clockId, reason, ...(note?.trim() && { note }) },
        });
  return useMutation({
    mutationFn: async (decision: ExtensionDecision) => {
      const { response, error } = await post(decision);
      if (error) throw new ApiProblem(error as unknown as ApiProblem['body']);
      return response.status;
    },
    onSuccess: (status, { isGiven }) => {
      const ended = isOwn ? 'takenBack' : 'refused';
      const said = status === 202 ? 'waits' : isGiven ? 'given' : ended;
      const heading = t('extensions.heading', { clock: nameOf(asked), number: asked.number });
      say(
        status === 202 ? 'info' : 'success',
        `${heading}${t('extensions.colon')}${t(`extensions.${said}`)}`,
        {
          seconds: 8,
        },
      );
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
}
