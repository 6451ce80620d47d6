import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LineProblem } from './text-editor.js';

/** Every problem of a text, in the order of its lines; each leads to its line. */
export function ProblemList(props: {
  problems: readonly LineProblem[];
  onGoTo: (line: number) => void;
}) {
  const { t } = useTranslation('admin');
  const { problems, onGoTo } = props;
  const sorted = [...problems].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return (
    <Alert
      type="error"
      showIcon
      role="status"
      title={t('editor.problems', { count: problems.length })}
      description={
        <ul className="admin-problems">
          {sorted.map(({ line, path, rule, message }, index) => (
            <li key={index}>
              {line !== undefined && (
                <Button type="link" size="small" onClick={() => onGoTo(line)}>
                  {t('editor.line', { line })}
                </Button>
              )}
              {path !== '' && <Typography.Text code>{path}</Typography.Text>} {message}{' '}
              <Typography.Text type="secondary">{rule}</Typography.Text>
            </li>
          ))}
        </ul>
      }
    />
  );
}
