import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { say } from '../../../shared/say.js';
import { duty } from '../board-queries.js';
import type { DutyView } from '../board-types.js';
import { isStale } from '../../../shared/refusal.js';
import { bodyOfDuty } from './duty-changes.js';
import type { DutyBody } from './duty-changes.js';

/** A change of the rosters that somebody sees; it is refused, and they are read anew, when others were faster. */
export function usePublishDuty(seen: DutyView) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change }: { change: (body: DutyBody) => DutyBody; saved?: string }) =>
      bodyOf(
        api.PUT('/api/v1/duty', {
          params: { query: { expectedVersion: seen.version } },
          body: change(bodyOfDuty(seen)),
        }),
      ),
    onSuccess: (published, { saved }) => {
      client.setQueryData(duty.queryKey, published);
      say('success', saved ?? t('duty.saved'));
    },
    onError: (error) => {
      if (isStale(error)) say('warning', t('duty.stale'), { seconds: 8 });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['duty'] }),
  });
}
