import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { ProblemNotice } from '../../shared/problem-notice.js';

/** Why something was not saved. Where somebody else was faster, what was typed stays and may be saved again. */
export function SaveProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('admin');
  if (!error) return null;
  if (error instanceof ApiProblem && error.kind === 'stale-version') {
    const { version } = error.body;
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('stale.title', { version: Number(version) })}
        description={t('stale.help')}
      />
    );
  }
  return <ProblemNotice error={error} />;
}
