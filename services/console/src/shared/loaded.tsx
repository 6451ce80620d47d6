import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.js';
import { Waiting } from './waiting.js';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What was asked for: a skeleton while it loads, what went wrong with a way to try again, or a word when there is none. */
export function Loaded<T>(props: {
  asked: Asked<T>;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = props.asked;
  if (data === undefined) {
    if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
    return <Waiting />;
  }
  const isEmpty = props.isEmpty?.(data) ?? false;
  return (
    <>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isEmpty ? <Empty description={props.empty ?? t('state.empty')} /> : props.children(data)}
    </>
  );
}
