import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '../../../shared/refusal-text.js';
import type { CommandResult } from '../../../shared/use-command-many.js';

/** Which cases were refused and why, above the form that they are taken out of. */
export function NotJoined(props: {
  refused: readonly CommandResult[];
  /** Those that the form names now. */
  named: readonly string[];
  joined: number;
  onLeaveOut: (number: string) => void;
}) {
  const { t } = useTranslation('board');
  const left = props.refused.filter(({ case: number }) => props.named.includes(number));
  if (props.refused.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="board-meant"
      title={t('incidents.notJoined', { n: props.refused.length, joined: props.joined })}
      description={
        <ul className="plain-list">
          {left.map(({ case: number, problem }) => (
            <li key={number}>
              <span className="steady">{number}</span>{' '}
              {problem && <RefusalText problem={problem} />}
              <Button
                size="small"
                aria-label={t('incidents.leaveOutOne', { number })}
                onClick={() => props.onLeaveOut(number)}
              >
                {t('incidents.leaveOut')}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}
