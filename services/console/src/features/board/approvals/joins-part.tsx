import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { waitingJoins } from '../board-queries.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** Who asks to see a case of ours; it is decided on the page of the case, where the matter can be read. */
export function JoinsPart() {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const { data, error, refetch } = useQuery(waitingJoins);
  if (!data && error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('joins.title')}>
      <ul className="plain-list">
        {data.items.map(({ caseId, number, agent, at }) => (
          <li key={`${caseId} ${agent}`}>
            <Link to={`/cases/${caseId}`}>{number}</Link>{' '}
            {t('joins.who', { who: personName(agent) })} <Instant at={at} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
