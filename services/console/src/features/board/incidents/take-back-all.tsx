import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { CommandResults } from '../../../shared/command-results.js';
import { HeldNotice } from '../../../shared/held-notice.js';
import { useServerTime } from '../../../shared/server-time.js';
import { boardKey } from '../board-queries.js';
import type { NamedCase } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';

/** Messages of one answer that have not left, the time they have, and one button that takes all of them back. */
export function TakeBackAll(props: {
  incident: string;
  answer: string;
  held: number;
  sendAt: string;
  cases: readonly NamedCase[];
}) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const { incident, answer, held, sendAt, cases } = props;
  const undo = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/incident/answers/{answer}/undo', {
          params: { path: { id: incident, answer } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const now = useServerTime();
  if (undo.data) return <CommandResults results={undo.data.items} cases={cases} />;
  // What has left is not taken back.
  if (now !== undefined && Date.parse(sendAt) <= now) return <FailureNotice error={undo.error} />;
  return (
    <>
      <FailureNotice error={undo.error} />
      <HeldNotice
        title={t('answers.held', { n: held })}
        sendAt={sendAt}
        leavesIn={(seconds) => t('answers.leavesIn', { seconds })}
        takeBack={t('answers.takeBack')}
        isTaking={undo.isPending}
        onTakeBack={() => undo.mutate()}
      />
    </>
  );
}
