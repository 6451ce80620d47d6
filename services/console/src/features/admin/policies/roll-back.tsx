import { Button, Checkbox, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useCommand } from '../use-command.js';
import { DiffTable } from './diff-table.js';
import { publishAgain } from './policy-requests.js';

/** Publishes an older version again, as the newest: what that changes is shown first. */
export function RollBack({ version, current }: { version: number; current: number }) {
  const { t } = useTranslation('admin');
  const [isOpen, setIsOpen] = useState(false);
  const [appliesToOpenCases, setApplies] = useState(false);
  const publish = useCommand(
    () => publishAgain(version, { expectedVersion: current, appliesToOpenCases }),
    {
      stale: [['policies'], ['calendars'], ['queues']],
      done: (policy) => t('policies.published', { version: Number(policy['version']) }),
      onDone: () => setIsOpen(false),
    },
  );
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {t('policies.history.again')}
      </Button>
      <Modal
        open={isOpen}
        title={t('policies.history.againTitle', { version })}
        okText={t('policies.history.again')}
        confirmLoading={publish.isPending}
        onOk={() => publish.mutate()}
        onCancel={() => setIsOpen(false)}
        width="min(1000px, 95vw)"
        destroyOnHidden
      >
        <Flex vertical gap="middle">
          <DiffTable from={current} to={version} />
          <Checkbox
            checked={appliesToOpenCases}
            onChange={({ target }) => setApplies(target.checked)}
          >
            {t('policies.applyToOpen')}
          </Checkbox>
          {publish.error && <ProblemNotice error={publish.error} />}
        </Flex>
      </Modal>
    </>
  );
}
