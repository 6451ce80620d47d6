import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { ChainPreview } from './chain-preview.js';
import { DiffTable } from './diff-table.js';
import { DryRunPanel } from './dry-run-panel.js';
import type { useVersionTrial } from './use-version-trial.js';
import { WhatIfPanel } from './what-if-panel.js';

type Trial = Omit<ReturnType<typeof useVersionTrial>, 'found'>;

/** Which clocks would move, whom alerts would tell, what would have become of the past, and which parts change. */
export function RollBackTrial(props: Trial & { text: string; version: number; current: number }) {
  const { t } = useTranslation('admin');
  const { text, version, current, dryRun, whatIf, check, asked, setAsked } = props;
  return (
    <Tabs
      items={[
        {
          ...{ key: 'clocks', label: t('policies.dryRun.title') },
          children: <DryRunPanel run={dryRun} text={text} />,
        },
        {
          ...{ key: 'chains', label: t('policies.chains.title') },
          children: check.error ? (
            <ProblemNotice error={check.error} onRetry={() => void check.refetch()} />
          ) : (
            <ChainPreview
              chains={check.data?.chains}
              isUnsound={(check.data?.problems.length ?? 0) > 0}
              {...{ asked, setAsked }}
            />
          ),
        },
        {
          ...{ key: 'whatIf', label: t('policies.whatIf.title') },
          children: <WhatIfPanel run={whatIf} text={text} />,
        },
        {
          ...{ key: 'changes', label: t('policies.changes.title') },
          children: <DiffTable from={current} to={version} />,
        },
      ]}
    />
  );
}
