import { Button, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { SnoozedTag } from '../../../shared/alerts/alert-cells.js';
import { causeWord, isOver } from '../../../shared/alerts/alert-facts.js';
import type { AlertView } from '../board-types.js';
import { usePeople } from '../../../shared/alerts/use-people.js';
import type { AlertRow, ReadPart } from './alert-list.js';
import { alertsOf, firstOf } from './group-alerts.js';
import { waitingOf } from './rank-alerts.js';
import { isTold } from '../../../shared/alerts/is-told.js';

/** Why a row stands above others of its time: its case is critical, or so many of its alerts' cases are. */
export function CriticalTag({ row }: { row: AlertRow }) {
  const { t } = useTranslation('board');
  const critical = alertsOf(row).filter((one) => one.priority === 'critical' && !isOver(one));
  const n = new Set(critical.map(({ caseId }) => caseId)).size;
  if (n === 0) return null;
  return (
    <Tag color="magenta" {...('storm' in row && { title: t('alerts.criticalOnesWhy', { n }) })}>
      {'alert' in row ? t('priority.critical') : t('alerts.criticalOnes', { n })}
    </Tag>
  );
}

/** Of which cases nobody is reminded for now; of a storm, how many of its alerts have one. */
export function SnoozedTags({ row }: { row: AlertRow }) {
  const { t } = useTranslation('alerts');
  if ('alert' in row) return <SnoozedTag alert={row.alert} />;
  const n = alertsOf(row).filter(({ snoozed }) => snoozed !== null).length;
  return n === 0 ? null : <Tag>{t('snoozedOnes', { n })}</Tag>;
}

/** How many came to a storm while its places are held, and how to see them. */
export function NewInside({ n, onRelease }: { n: number; onRelease: () => void }) {
  const { t } = useTranslation('board');
  if (n === 0) return null;
  return (
    <Button size="small" type="dashed" onClick={onRelease}>
      {t('alerts.newInside', { n })}
    </Button>
  );
}

/** How somebody who is meant is told so: alone, with all others of a role, or among those that are named. */
function toldAs({ people, unit }: AlertView): 'toldYou' | 'toldRole' | 'toldTo' {
  if (people.length > 0) return people.length === 1 ? 'toldYou' : 'toldTo';
  return unit === null ? 'toldRole' : 'toldTo';
}

/** Why whoever looks is told of it: what happened, and whom that tells. */
export function WhyText({ alert }: { alert: AlertView }) {
  const { t, i18n } = useTranslation('board');
  const peopleOf = usePeople();
  const people = peopleOf(alert);
  const session = useSession();
  const told = isTold(alert, session) ? toldAs(alert) : 'toldOthers';
  return (
    <>
      {i18n.language === 'en' ? alert.why.en : alert.why.zh}{' '}
      <Typography.Text type="secondary">{t(`alerts.${told}`, { people })}</Typography.Text>
    </>
  );
}

/** How many alerts a storm has, of what kind, and in what time they came. */
export function StormText({ row, part }: { row: AlertRow; part: ReadPart | undefined }) {
  const { t } = useTranslation('board');
  if ('alert' in row) return null;
  const { minutes } = row.storm;
  const cause = t(`cause.${causeWord(firstOf(row))}`);
  const { waiting, done } = waitingOf(row);
  const isAllDone = waiting.length === 0;
  return (
    <span title={t('alerts.stormWhy')}>
      {t('alerts.storm', { n: isAllDone ? done : waiting.length, minutes, cause })}
      {done > 0 && (
        <>
          {' '}
          <Typography.Text
            type="secondary"
            {...(!isAllDone && { title: t('alerts.stormDoneWhy', { n: done }) })}
          >
            {isAllDone ? t('alerts.stormAllDone') : t('alerts.stormDone', { n: done })}
          </Typography.Text>
        </>
      )}
      {part && (
        <>
          {' '}
          <Typography.Text type="secondary">
            {t('alerts.stormAmong', { read: part.read, more: part.more })}
          </Typography.Text>
        </>
      )}
    </span>
  );
}
