import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { CommandResults } from '../../../shared/command-results.js';
import { Instant } from '../../../shared/instant.js';
import { useServerTime } from '../../../shared/server-time.js';
import { boardKey } from '../board-queries.js';
import type { NamedCase } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';

/** From here on the time of day says more than seconds. */
const countedMs = 10 * 60_000;

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
  const now = useServerTime();
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
  if (undo.data) return <CommandResults results={undo.data.items} cases={cases} />;
  const left = now === undefined ? undefined : Date.parse(sendAt) - now;
  const isSoon = left !== undefined && left < countedMs;
  return (
    <>
      <FailureNotice error={undo.error} />
      <Alert
        type="info"
        showIcon
        title={
          <>
            {t('answers.held', { n: held })}{' '}
            {isSoon ? (
              <span className="steady">
                {t('answers.leavesIn', { seconds: Math.max(0, Math.ceil(left / 1_000)) })}
              </span>
            ) : (
              <Instant at={sendAt} />
            )}
          </>
        }
        action={
          <Button
            type="primary"
            loading={undo.isPending}
            disabled={left !== undefined && left <= 0}
            onClick={() => undo.mutate()}
          >
            {t('answers.takeBack')}
          </Button>
        }
      />
    </>
  );
}
