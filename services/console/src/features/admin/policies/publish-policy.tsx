import { Alert, Button, Checkbox, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { Waiting } from '../../../shared/waiting.js';
import { FailedCommands } from '../failed-commands.js';
import { useCommand } from '../use-command.js';
import { DiffTable } from './diff-table.js';
import { keepDraft } from './policy-draft.js';
import { publishPolicy } from './policy-requests.js';
import type { DryRun, WhatIf } from './policy-requests.js';
import type { Tried } from './tried-panel.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Trial {
  dryRun: Tried<DryRun>;
  whatIf: Tried<WhatIf>;
  tryOut: () => void;
}

/** Publishing, after a last look at what it will do. Nobody publishes over a version they have not seen. */
export function PublishPolicy(props: {
  text: string;
  base: number;
  current: number;
  isSound: boolean;
  tried: Trial;
  onPublished: () => void;
}) {
  const { t } = useTranslation('admin');
  const { text, base, current, isSound, tried, onPublished } = props;
  const { dryRun, whatIf } = tried;
  const [isOpen, setIsOpen] = useState(false);
  const [appliesToOpenCases, setApplies] = useState(false);
  const publish = useCommand(
    () => publishPolicy(text, { expectedVersion: base, appliesToOpenCases }),
    {
      stale: [['policies'], ['calendars'], ['queues']],
      done: ({ version }) => t('policies.published', { version: Number(version) }),
      onDone: () => {
        setIsOpen(false);
        keepDraft(undefined);
        onPublished();
      },
    },
  );
  const open = () => {
    publish.reset();
    if ([dryRun, whatIf].some((one) => one.variables !== text || one.error)) tried.tryOut();
    setIsOpen(true);
  };
  // A trial that cannot be had keeps nobody from publishing.
  const isTried = [dryRun, whatIf].every((one) => one.data !== undefined || one.error !== null);
  const isStale = publish.error instanceof ApiProblem && publish.error.kind === 'stale-version';
  return (
    <>
      <Button type="primary" disabled={!isSound} onClick={open}>
        {t('policies.publish')}
      </Button>
      <Modal
        open={isOpen}
        title={t('policies.publishTitle', { version: current + 1 })}
        okText={t('policies.publish')}
        okButtonProps={{ disabled: !isTried || isStale || base !== current }}
        confirmLoading={publish.isPending}
        onOk={() => publish.mutate()}
        {...closeSettled(publish.isPending, () => setIsOpen(false))}
        width={720}
      >
        <Flex vertical gap="middle">
          {dryRun.data && <span>{t('policies.dryRun.sum', dryRun.data)}</span>}
          {!isTried && <Waiting rows={1} />}
          <FailedCommands of={[dryRun, whatIf]} />
          {dryRun.data && <span>{t('policies.dryRun.totals', dryRun.data.totals)}</span>}
          {whatIf.data && <span>{t('policies.whatIf.sum', whatIf.data)}</span>}
          <Checkbox
            checked={appliesToOpenCases}
            onChange={({ target }) => setApplies(target.checked)}
          >
            {t('policies.applyToOpen')}
          </Checkbox>
          {base !== current ? (
            <>
              <Alert
                type="warning"
                showIcon
                title={t('policies.stale', { base, current })}
                description={t('policies.staleHelp')}
                action={
                  <Button onClick={() => keepDraft({ text, base: current })}>
                    {t('policies.rebase', { current })}
                  </Button>
                }
              />
              <DiffTable from={base} to={current} />
            </>
          ) : (
            publish.error && !isStale && <ProblemNotice error={publish.error} />
          )}
          {isStale && base === current && (
            <Link to="/administration/policies?tab=history">{t('policies.seeHistory')}</Link>
          )}
        </Flex>
      </Modal>
    </>
  );
}
