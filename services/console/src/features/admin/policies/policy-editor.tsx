import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Popconfirm, Tabs, Typography, Upload } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { ProblemList } from '../problem-list.js';
import { TextEditor } from '../text-editor.js';
import type { EditorHandle } from '../text-editor.js';
import { useSettled } from '../../../shared/use-settled.js';
import { ChainPreview } from './chain-preview.js';
import { DryRunPanel } from './dry-run-panel.js';
import { keepDraft, useDraft } from './policy-draft.js';
import { askDryRun, askWhatIf, checkPolicy } from './policy-requests.js';
import type { ChainsAsked, Policies } from './policy-requests.js';
import { toPolicyText } from './policy-text.js';
import { PublishPolicy } from './publish-policy.js';
import { WhatIfPanel } from './what-if-panel.js';

const noProblems = [] as const;

/** The text of a policy, checked as it is typed; beside it what it would do, before it does it. */
export function PolicyEditor({ known, onPublished }: { known: Policies; onPublished: () => void }) {
  const { t } = useTranslation('admin');
  const inForce = known.items[0]!;
  const current = Number(inForce['version']);
  const kept = useDraft();
  const inForceText = useMemo(() => toPolicyText(inForce), [inForce]);
  const { text, base } = kept ?? { text: inForceText, base: current };
  const [asked, setAsked] = useState<ChainsAsked>({ severity: 'normal' });
  const settled = useSettled(text, 600);
  const check = useQuery({
    queryKey: ['policy-check', settled, asked],
    queryFn: () => checkPolicy(settled, asked),
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });
  const dryRun = useMutation({ mutationFn: askDryRun });
  const whatIf = useMutation({ mutationFn: askWhatIf });
  const editor = useRef<EditorHandle>(null);
  const problems = check.data?.problems ?? noProblems;
  const isChecked = settled === text && check.isSuccess && !check.isPlaceholderData;
  const isSound = isChecked && problems.length === 0;
  const change = (next: string) => keepDraft({ text: next, base });
  const tryOut = () => {
    dryRun.mutate(text);
    whatIf.mutate(text);
  };
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap align="center">
        <PublishPolicy
          {...{ text, base, current, isSound, onPublished }}
          tried={{ dryRun, whatIf, tryOut }}
        />
        <Button onClick={tryOut} disabled={!isSound} loading={dryRun.isPending || whatIf.isPending}>
          {t('policies.try')}
        </Button>
        <Upload
          accept=".yaml,.yml,.json"
          showUploadList={false}
          beforeUpload={async (file) => {
            change(await file.text());
            return Upload.LIST_IGNORE;
          }}
        >
          <Button>{t('policies.fromFile')}</Button>
        </Upload>
        {kept && (
          <Popconfirm title={t('policies.discardSure')} onConfirm={() => keepDraft(undefined)}>
            <Button danger>{t('policies.discard')}</Button>
          </Popconfirm>
        )}
        <Typography.Text type="secondary" role="status">
          {kept ? t('policies.draftOf', { base }) : t('policies.inForceIs', { version: current })}
          {' · '}
          {isSound
            ? t('policies.sound')
            : isChecked
              ? t('policies.unsound')
              : t('policies.checking')}
        </Typography.Text>
      </Flex>
      {kept && base !== current && (
        <Alert type="warning" showIcon title={t('policies.newerSince', { base, current })} />
      )}
      <div className="admin-columns">
        <Flex vertical gap="small">
          <TextEditor
            {...{ problems, value: text, onChange: change, ref: editor }}
            label={t('policies.text')}
            height="calc(100vh - 330px)"
          />
          {check.error && (
            <ProblemNotice error={check.error} onRetry={() => void check.refetch()} />
          )}
          {problems.length > 0 && (
            <ProblemList problems={problems} onGoTo={(line) => editor.current?.goTo(line)} />
          )}
        </Flex>
        <Tabs
          items={[
            {
              ...{ key: 'chains', label: t('policies.chains.title') },
              children: (
                <ChainPreview
                  chains={check.data?.chains}
                  isUnsound={problems.length > 0 || check.isError}
                  {...{ asked, setAsked }}
                />
              ),
            },
            {
              ...{ key: 'changes', label: t('policies.changes.title') },
              children:
                text === inForceText ? (
                  <Empty description={t('policies.changes.none')} />
                ) : (
                  <TextEditor
                    value={text}
                    original={inForceText}
                    label={t('policies.changes.title')}
                    height="calc(100vh - 390px)"
                  />
                ),
            },
            {
              ...{ key: 'clocks', label: t('policies.dryRun.title') },
              children: <DryRunPanel run={dryRun} text={text} />,
            },
            {
              ...{ key: 'whatIf', label: t('policies.whatIf.title') },
              children: <WhatIfPanel run={whatIf} text={text} />,
            },
          ]}
        />
      </div>
    </Flex>
  );
}
