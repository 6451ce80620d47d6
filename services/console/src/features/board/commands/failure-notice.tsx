import { Alert } from 'antd';
import { ApiProblem } from '../../../api/problem.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { RefusalText } from './refusal-text.js';

/** Why a command came to nothing; fields that were refused are named by the common notice. */
export function FailureNotice({ error }: { error: unknown }) {
  if (!error) return null;
  if (!(error instanceof ApiProblem) || error.kind === 'validation') {
    return <ProblemNotice error={error} />;
  }
  return <Alert type="error" showIcon role="alert" title={<RefusalText problem={error.body} />} />;
}
