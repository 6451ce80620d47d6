import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IncidentCases } from '../board-types.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import type { ListedCase } from '../../../shared/use-cases-of.js';
import { CustomerLine } from '../customer-line.js';

/** That somebody looks a customer up is recorded: so many are called from one list. */
const mostShown = 20;

/** Whom somebody has to ring, with their numbers and the pages where the calls are recorded. */
export function CallList(props: {
  cases: readonly IncidentCases['incident'][];
  /** Nothing is sent beside the calls. */
  isAll: boolean;
}) {
  const { t } = useTranslation('board');
  const { cases, isAll } = props;
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
          <ul className="plain-list">
            {shown.map(({ id, number }) => (
              <li key={id}>
                <Link to={`/cases/${id}`} target="_blank" className="steady">
                  {number}
                </Link>{' '}
                <CustomerOf of={read.get(id)} />
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
