import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import type { common } from '../texts/common.en.js';

type Kind = keyof typeof common.problem.kinds;
interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
  /** By kind, where a screen can say better what a refusal means there. */
  words?: Partial<Record<Kind, string>>;
}

/** What went wrong; below it, as the server said it, what was refused. */
export function ProblemNotice({ error, onRetry, words = {} }: ProblemNoticeProps) {
  const { t, i18n } = useTranslation();
  const problem = error instanceof ApiProblem ? error : undefined;
  const kind = problem?.kind as Kind;
  const said = () => {
    if (!problem) return t('problem.unreachable');
    if (i18n.exists(`problem.kinds.${kind}`)) return t(`problem.kinds.${kind}`);
    return t('problem.unknown', { status: problem.status });
  };
  const detail = words[kind] === undefined ? problem?.body.detail : undefined;
  const fields = problem?.body.errors ?? [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words[kind] ?? said()}
      description={
        (detail !== undefined || fields.length > 0) && (
          <>
            {detail !== undefined && <div>{detail}</div>}
            {fields.length > 0 && (
              <ul className="plain-list">
                {fields.map(({ path, rule, message }) => (
                  <li key={`${path} ${rule}`}>{t('problem.field', { path, message })}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
      action={onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    />
  );
}
