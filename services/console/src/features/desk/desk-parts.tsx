import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { useScreenKeys } from '../../shared/screen-keys.js';
import { useByServerTime } from '../../shared/server-time.js';
import { ownAlerts } from './alerts/own-alerts.js';
import { ownOrders } from './orders/own-orders.js';
import { lateAt } from './questions/late-questions.js';
import { owedQuestions } from './questions/own-questions.js';

/**
 * The parts of the desk with what waits in each, in one line that is there whether anything does. Under an open window its
 * keys rest: they would leave what is written there.
 */
export function DeskParts({ isCovered = false }: { isCovered?: boolean }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const keys = [
    { key: 'q', name: t('keys.questions'), act: () => void navigate('/desk/questions') },
    { key: 'd', name: t('keys.orders'), act: () => void navigate('/desk/orders') },
    { key: 'a', name: t('keys.alerts'), act: () => void navigate('/desk/alerts') },
  ];
  useScreenKeys(isCovered ? [] : keys);
  return (
    <nav aria-label={t('parts.label')} className="part-nav desk-parts">
      <NavLink to="/desk" end>
        {t('parts.desk')}
      </NavLink>
      <QuestionsLink />
      <OrdersLink />
      <AlertsLink />
    </nav>
  );
}

function QuestionsLink() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(owedQuestions);
  const questions = data?.items;
  const late = useByServerTime((now) => (now === undefined ? 0 : lateAt(questions ?? [], now)));
  return (
    <NavLink to="/desk/questions">
      {t('parts.questions')} <Count n={questions?.length} late={late} />
    </NavLink>
  );
}

function OrdersLink() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(ownOrders);
  return (
    <NavLink to="/desk/orders">
      {t('parts.orders')} <Count n={data?.items.length} late={data?.late} />
    </NavLink>
  );
}

function AlertsLink() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(ownAlerts);
  return (
    <NavLink to="/desk/alerts">
      {t('parts.alerts')} <Count n={data?.total} />
    </NavLink>
  );
}

/** As wide with none as with many; what is not known is no number. */
function Count({ n, late = 0 }: { n: number | undefined; late?: number | undefined }) {
  const { t } = useTranslation('desk');
  if (n === undefined) {
    return (
      <span className="desk-count steady" aria-hidden>
        –
      </span>
    );
  }
  return (
    <>
      <span className={late > 0 ? 'desk-count steady late' : 'desk-count steady'} aria-hidden>
        {n > 99 ? '99+' : n}
      </span>
      <span className="desk-said">
        {n}
        {late > 0 && t('separator') + t('parts.late', { count: late })}
      </span>
    </>
  );
}
