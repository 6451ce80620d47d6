import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { fewOf } from './few-numbers.js';

/** Whom an answer to all leaves out, because their cases have ended by now. */
export function EndedNotice({ cases }: { cases: readonly IncidentCases['incident'][] }) {
  const { t } = useTranslation('board');
  const ended = cases.filter(({ stage }) => stage === 'closed');
  if (ended.length === 0) return null;
  const { named, more } = fewOf(
    ended.map(({ number, status }) =>
      t('answers.endedOne', { number, status: t(`status.${status}`).toLowerCase() }),
    ),
  );
  const told = { cases: named.join(t('snooze.and')), n: more };
  return (
    <Alert
      type="info"
      showIcon
      className="board-meant"
      title={t(more > 0 ? 'answers.endedMore' : 'answers.ended', told)}
    />
  );
}
