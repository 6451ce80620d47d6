import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { CommandResults } from '../../../shared/command-results.js';
import { HeldNotice } from '../../../shared/held-notice.js';
import { useServerTime } from '../../../shared/server-time.js';
import { boardKey } from '../board-queries.js';
import type { NamedCase } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';

/** Messages under one id that are held. */
interface HeldAnswer {
  answer: string;
  held: number;
  sendAt: string;
}

/** Messages that have not left, by however many ways, the time they have, and one button that takes all of them back. */
export function TakeBackAll(props: {
  incident: string;
  answers: readonly HeldAnswer[];
  cases: readonly NamedCase[];
}) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const { incident, answers, cases } = props;
  const undo = useMutation({
    mutationFn: async (some: readonly HeldAnswer[]) => {
      // Together: each has a few seconds left.
      const taken = await Promise.all(
        some.map(({ answer }) =>
          bodyOf(
            api.POST('/api/v1/cases/{id}/incident/answers/{answer}/undo', {
              params: { path: { id: incident, answer } },
            }),
          ),
        ),
      );
      return taken.flatMap(({ items }) => items).map((one, index) => ({ ...one, index }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const now = useServerTime();
  // What has left is not taken back.
  const pending = answers.filter(({ sendAt }) => now === undefined || Date.parse(sendAt) > now);
  const hasLeft = pending.length === 0 && !undo.data;
  useEffect(() => {
    if (!hasLeft) return;
    for (const queryKey of [boardKey, ['cases']]) void client.invalidateQueries({ queryKey });
  }, [hasLeft, client]);
  if (undo.data) return <CommandResults results={undo.data} cases={cases} />;
  const [next] = pending.map(({ sendAt }) => sendAt).sort();
  if (next === undefined) {
    return (
      <>
        <FailureNotice error={undo.error} />
        <Alert type="success" showIcon title={t('answers.haveLeft')} />
      </>
    );
  }
  const held = pending.reduce((sum, one) => sum + one.held, 0);
  return (
    <>
      <FailureNotice error={undo.error} />
      <HeldNotice
        title={t('answers.held', { n: held })}
        sendAt={next}
        leavesIn={(seconds) => t('answers.leavesIn', { seconds })}
        takeBack={t('answers.takeBack')}
        isTaking={undo.isPending}
        onTakeBack={() => undo.mutate(pending)}
      />
    </>
  );
}
