import { Checkbox, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { Waiting } from '../../../shared/waiting.js';
import { useCommand } from '../use-command.js';
import { publishAgain } from './policy-requests.js';
import { RollBackTrial } from './roll-back-trial.js';
import { useVersionTrial } from './use-version-trial.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** The older version, tried out as its text would be in the editor, before it is in force again. */
export function RollBackDialog(props: { version: number; current: number; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { version, current, onClose } = props;
  const [appliesToOpenCases, setApplies] = useState(false);
  const { found, dryRun, ...trial } = useVersionTrial(version);
  const publish = useCommand(
    () => publishAgain(version, { expectedVersion: current, appliesToOpenCases }),
    {
      stale: [['policies'], ['calendars'], ['queues']],
      done: (policy) => t('policies.published', { version: Number(policy['version']) }),
      onDone: onClose,
    },
  );
  // A trial that cannot be had keeps nobody from going back.
  const isTried = dryRun.data !== undefined || Boolean(dryRun.error ?? found.error);
  return (
    <Modal
      open
      title={t('policies.history.againTitle', { version })}
      okText={t('policies.history.again')}
      okButtonProps={{ disabled: !isTried }}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      {...closeSettled(publish.isPending, onClose)}
      width="min(1100px, 95vw)"
    >
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{t('policies.history.againHelp')}</Typography.Text>
        {dryRun.data ? (
          <Flex vertical role="status">
            <strong>{t('policies.dryRun.sum', dryRun.data)}</strong>
            <span>{t('policies.dryRun.totals', dryRun.data.totals)}</span>
          </Flex>
        ) : (
          !isTried && <Waiting rows={1} />
        )}
        <Loaded asked={found}>
          {({ text }) => <RollBackTrial {...{ text, version, current, dryRun, ...trial }} />}
        </Loaded>
        <Checkbox
          checked={appliesToOpenCases}
          onChange={({ target }) => setApplies(target.checked)}
        >
          {t('policies.applyToOpen')}
        </Checkbox>
        {publish.error && <ProblemNotice error={publish.error} />}
      </Flex>
    </Modal>
  );
}
