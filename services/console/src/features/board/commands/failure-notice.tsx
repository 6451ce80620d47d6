import { Alert } from 'antd';
import { ApiProblem } from '../../../api/problem.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { RefusalText } from '../../../shared/refusal-text.js';
import { useEvidenceNames } from '../use-evidence-names.js';

/** Why a command came to nothing; fields that were refused are named by the common notice. */
export function FailureNotice({ error }: { error: unknown }) {
  const namesOf = useEvidenceNames();
  if (!error) return null;
  if (!(error instanceof ApiProblem) || error.kind === 'validation') {
    return <ProblemNotice error={error} />;
  }
  const why = <RefusalText problem={error.body} namesOf={namesOf} />;
  return <Alert type="error" showIcon role="alert" title={why} />;
}
