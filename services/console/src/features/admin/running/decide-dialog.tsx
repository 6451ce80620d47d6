import { useQuery } from '@tanstack/react-query';
import { Flex, Form, InputNumber, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { Waiting } from '../../../shared/waiting.js';
import { useCommand } from '../use-command.js';
import { decide } from './failure-requests.js';
import type { Decision, FailureKind, Filter } from './failure-requests.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** Nothing is done before a dry run said how many it would be. */
export function DecideDialog(props: {
  kind: FailureKind;
  decision: Decision;
  target: { ids: string[] } | { filter: Filter };
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('admin');
  const { kind, decision, target, onClose, onDone } = props;
  const [pace, setPace] = useState({ perSecond: 100, most: 1_000 });
  const dryRun = useQuery({
    queryKey: ['dry-run', kind, decision, target, pace],
    queryFn: () => decide(kind, decision, { ...target, ...pace, dryRun: true }),
    staleTime: 0,
    gcTime: 0,
  });
  const run = useCommand(() => decide(kind, decision, { ...target, ...pace, dryRun: false }), {
    stale: [[kind], ['audit']],
    done: ({ accepted }) => t(`failures.done.${decision}`, { count: accepted }),
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { data } = dryRun;
  return (
    <Modal
      open
      title={t(`failures.title.${decision}`)}
      okText={t(`failures.ok.${decision}`)}
      okButtonProps={{ danger: decision === 'discard', disabled: !data || data.accepted === 0 }}
      confirmLoading={run.isPending}
      onOk={() => run.mutate()}
      {...closeSettled(run.isPending, onClose)}
    >
      <Flex vertical gap="middle">
        <Typography.Text>{t(`failures.help.${decision}`)}</Typography.Text>
        {dryRun.error ? (
          <ProblemNotice error={dryRun.error} onRetry={() => void dryRun.refetch()} />
        ) : data ? (
          <Typography.Text strong role="status">
            {t('failures.dryRun', {
              matched: data.matched,
              accepted: data.accepted,
              refused: data.refused.length,
            })}
          </Typography.Text>
        ) : (
          <Waiting rows={1} />
        )}
        {decision === 'redrive' && (
          <Flex gap="middle">
            <Form.Item label={t('failures.perSecond')}>
              <InputNumber
                min={1}
                max={10_000}
                value={pace.perSecond}
                onChange={(value) => value && setPace({ ...pace, perSecond: value })}
              />
            </Form.Item>
            <Form.Item label={t('failures.most')}>
              <InputNumber
                min={1}
                max={10_000}
                value={pace.most}
                onChange={(value) => value && setPace({ ...pace, most: value })}
              />
            </Form.Item>
          </Flex>
        )}
        {run.error && <ProblemNotice error={run.error} />}
      </Flex>
    </Modal>
  );
}
