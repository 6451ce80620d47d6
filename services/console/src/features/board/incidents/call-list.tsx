import { useQuery } from '@tanstack/react-query';
import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IncidentCases } from '../board-types.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import type { ListedCase } from '../../../shared/use-cases-of.js';
import { hasRole, useSession } from '../../../session/session.js';
import { CustomerLine, customerOf } from '../customer-line.js';
import { CopyWords } from './copy-words.js';
import { wordsFor } from './words-for.js';

/** That somebody looks a customer up is recorded: so many are called from one list. */
const mostShown = 20;

/** Whom somebody has to ring, with their numbers and the pages where the calls are recorded. */
export function CallList(props: {
  cases: readonly IncidentCases['incident'][];
  /** Nothing is sent beside the calls. */
  isAll: boolean;
  /** What they are told, where that is known. */
  words: string;
}) {
  const { t } = useTranslation('board');
  const { cases, isAll, words } = props;
  const shown = cases.slice(0, mostShown);
  const read = useCasesOf([shown.map(({ id }) => id)]);
  return (
    <Alert
      type="info"
      showIcon
      className="board-meant"
      title={t(isAll ? 'answers.callsOnly' : 'answers.callsToo')}
      description={
        <>
          {isAll && <p>{t('answers.callsHow')}</p>}
          {words !== '' && (
            <p>
              {t('answers.toSay')} {words}
            </p>
          )}
          <ul className="plain-list">
            {shown.map(({ id, number }) => (
              <li key={id}>
                <Link to={`/cases/${id}`} target="_blank" className="steady">
                  {number}
                </Link>{' '}
                <CustomerOf of={read.get(id)} />{' '}
                {words !== '' && <CopyFor {...{ number, words }} of={read.get(id)} />}
              </li>
            ))}
          </ul>
          {cases.length > shown.length && (
            <Typography.Text type="secondary">
              {t('answers.callsFirst', { n: shown.length, all: cases.length })}
            </Typography.Text>
          )}
        </>
      }
    />
  );
}

const CustomerOf = ({ of }: { of: ListedCase | undefined }) =>
  of ? <CustomerLine id={of.customer.id} /> : null;

function CopyFor(props: { number: string; words: string; of: ListedCase | undefined }) {
  const { number, words, of } = props;
  const seesCustomers = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  const { data } = useQuery({
    ...customerOf(of?.customer.id ?? ''),
    enabled: seesCustomers && of !== undefined,
  });
  return <CopyWords number={number} words={wordsFor(words, { name: data?.name, number })} />;
}
