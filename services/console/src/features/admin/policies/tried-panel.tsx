import { Alert, Empty, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { Waiting } from '../../../shared/waiting.js';

/** A trial of a text: asked for by a button, or as a window opens. */
export interface Tried<Result> {
  isPending: boolean;
  error: Error | null;
  data: Result | undefined;
  /** The text that was tried. */
  variables: string | undefined;
}

/** What came of trying a text out, and whether it was this text or an earlier one. */
export function TriedPanel<Result>(props: {
  run: Tried<Result>;
  text: string;
  hint: string;
  children: (result: Result) => ReactNode;
}) {
  const { t } = useTranslation('admin');
  const { run, text, hint, children } = props;
  if (run.isPending) return <Waiting />;
  if (run.error) return <ProblemNotice error={run.error} />;
  if (!run.data) return <Empty description={hint} />;
  return (
    <Flex vertical gap="middle">
      {run.variables !== text && <Alert type="info" showIcon title={t('policies.outdated')} />}
      {children(run.data)}
    </Flex>
  );
}
