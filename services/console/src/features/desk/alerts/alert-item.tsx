import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../../session/session.js';
import { CauseTag, DueText, NextText, SnoozedTag } from '../../../shared/alerts/alert-cells.js';
import { isOver } from '../../../shared/alerts/alert-facts.js';
import type { AlertView } from '../../../shared/alerts/alert-facts.js';
import { usePeople } from '../../../shared/alerts/use-people.js';
import { Instant } from '../../../shared/instant.js';
import { useNames } from '../use-names.js';
import { namedBy } from './named-by.js';

/** An alert: how urgent it is, of which case and about what, why me, who was told before and who is next. */
export function AlertItem(props: {
  alert: AlertView;
  isTaking: boolean;
  onTake: (alert: AlertView) => void;
}) {
  const { t } = useTranslation('desk');
  const { t: alerts } = useTranslation('alerts');
  const { said } = useNames();
  const { alert, isTaking, onTake } = props;
  const { number, caseId, priority, why } = alert;
  return (
    <>
      <span>
        <CauseTag alert={alert} />
        <br />
        {priority === 'critical' && !isOver(alert) && (
          <Tag color="magenta">{alerts('critical')}</Tag>
        )}
        {alert.dueAt !== null && <DueText alert={alert} />}
      </span>
      <div>
        <Link to={`/cases/${caseId}`} className="steady">
          {number}
        </Link>
        <div>
          <SnoozedTag alert={alert} />
        </div>
        <div>
          {said(why)} <WhyMe alert={alert} />
        </div>
        <Steps alert={alert} />
      </div>
      {/* Its name holds the word as it is drawn: no space in it. */}
      <Button
        type="primary"
        autoInsertSpace={false}
        loading={isTaking}
        aria-label={t('alerts.takeOnOf', { number })}
        onClick={() => onTake(alert)}
      >
        {alerts('takeOn')}
      </Button>
    </>
  );
}

function WhyMe({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const peopleOf = usePeople();
  const named = namedBy(alert, useSession());
  switch (named.as) {
    case 'unit':
      return <strong>{t('alerts.named.unit', { people: peopleOf(named) })}</strong>;
    case 'desk':
      return <strong>{t('alerts.named.desk', { unit: nameOf('units', named.unit) })}</strong>;
    default:
      return <strong>{t(`alerts.named.${named.as}`)}</strong>;
  }
}

/** Whom it told so far, in order, and who is next unless somebody takes it on. */
function Steps({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('desk');
  const { t: alerts } = useTranslation('alerts');
  const peopleOf = usePeople();
  return (
    <ol className="desk-steps quiet" aria-label={t('alerts.stepsOf', { number: alert.number })}>
      {alert.told.map((step, index) => {
        // The last step is the level that is reached, which knows whom it names.
        const { level } = step;
        const people = peopleOf(index === alert.told.length - 1 ? alert : step);
        return (
          <li key={`${level} ${step.at}`}>
            <Instant at={step.at} /> {alerts('step', { level, people })}
          </li>
        );
      })}
      <li>
        {t('alerts.next')} <NextText alert={alert} />
      </li>
    </ol>
  );
}
