import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';

/** What went wrong, in words: the fields that were refused where the server names them. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const isProblem = error instanceof ApiProblem;
  const title = !isProblem
    ? t('problem.unreachable')
    : (error.body.detail ?? error.body.title ?? t('problem.unknown', { status: error.status }));
  const fields = isProblem ? (error.body.errors ?? []) : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        fields.length > 0 && (
          <ul className="plain-list">
            {fields.map(({ path, rule, message }) => (
              <li key={`${path} ${rule}`}>{t('problem.field', { path, message })}</li>
            ))}
          </ul>
        )
      }
      action={onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    />
  );
}
