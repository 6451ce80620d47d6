import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import type { Filing } from './use-filing.js';

/** What becomes of something that is filed: tried again under the same key, refused, or filed before in other words. */
export function RetryNotice(props: {
  filing: Filing;
  filingKey: string;
  onRetry: () => void;
  onRenew: () => void;
}) {
  const { t } = useTranslation('desk');
  const { isPending, failureCount, error, stop } = props.filing;
  const key = props.filingKey.slice(0, 8);
  if (isPending && failureCount > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        role="status"
        title={t('filing.retrying', { count: failureCount })}
        description={t('filing.sameKey', { key })}
        action={<Button onClick={stop}>{t('filing.stop')}</Button>}
      />
    );
  }
  if (!error) return null;
  if (error instanceof ApiProblem && error.kind === 'idempotency-conflict') {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('filing.conflict')}
        description={t('filing.conflictText', { key })}
        action={<Button onClick={props.onRenew}>{t('filing.asAnother')}</Button>}
      />
    );
  }
  return <ProblemNotice error={error} onRetry={props.onRetry} />;
}
