import { Button, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../shared/countdown.js';
import type { AlertView } from '../board-types.js';
import { usePeople } from '../use-people.js';
import type { AlertRow } from './alert-list.js';
import { alertsOf, firstOf } from './group-alerts.js';
import { isOver } from './rank-alerts.js';

const colours = {
  warning: 'gold',
  breach: 'red',
  threat: 'volcano',
  critical: 'magenta',
  severity: 'volcano',
  tier: 'purple',
  repeat: 'blue',
  dissatisfied: 'orange',
  problem: 'magenta',
  'over-target': 'orange',
} as const;

/** What an alert is about, by word and colour, with the clock it is about. */
export function CauseTag({ alert: { cause, kind } }: { alert: AlertView }) {
  const { t } = useTranslation('board');
  return (
    <>
      <Tag color={colours[cause]}>{t(`cause.${cause}`)}</Tag>
      {kind && <Typography.Text type="secondary">{t(`clock.${kind}`)}</Typography.Text>}
    </>
  );
}

/** Why a row stands above others of its time: its case is critical, or so many of its alerts' cases are. */
export function CriticalTag({ row }: { row: AlertRow }) {
  const { t } = useTranslation('board');
  const n = alertsOf(row).filter((one) => one.priority === 'critical' && !isOver(one)).length;
  if (n === 0) return null;
  return (
    <Tag color="magenta">
      {'alert' in row ? t('priority.critical') : t('alerts.criticalOnes', { n })}
    </Tag>
  );
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

/** Why whoever looks is told of it: what happened, and whom that tells. */
export function WhyText({ alert }: { alert: AlertView }) {
  const { t, i18n } = useTranslation('board');
  const peopleOf = usePeople();
  return (
    <>
      {i18n.language === 'en' ? alert.why.en : alert.why.zh}{' '}
      <Typography.Text type="secondary">
        {t('alerts.toldTo', { people: peopleOf(alert) })}
      </Typography.Text>
    </>
  );
}

/** Until when its clock runs, or for how long it is past due; what was done, or ended, gets no later. */
export function DueText({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('board');
  const { dueAt, stoppedAt, caseStatus } = alert;
  if (dueAt === null) return <span aria-hidden>–</span>;
  if (stoppedAt !== null) {
    const state = stoppedAt <= dueAt ? 'met' : 'breached';
    return (
      <>
        <Countdown clock={{ state, dueAt, stoppedAt }} /> {t('alerts.stopped')}
      </>
    );
  }
  if (isOver(alert)) return <span>{t(`status.${caseStatus}`)}</span>;
  return <Countdown clock={{ state: 'running', dueAt }} />;
}

/** Who is told next, and in what time, unless somebody takes it on. */
export function NextText({ alert: { next } }: { alert: AlertView }) {
  const { t } = useTranslation('board');
  const peopleOf = usePeople();
  if (!next) return <Typography.Text type="secondary">{t('alerts.noNext')}</Typography.Text>;
  return (
    <>
      {peopleOf(next)} <Countdown clock={{ state: 'running', dueAt: next.at }} />
    </>
  );
}

/** How many alerts a storm has, of what kind, and in what time they came. */
export function StormText({ row }: { row: AlertRow }) {
  const { t } = useTranslation('board');
  if ('alert' in row) return null;
  const { alerts, minutes } = row.storm;
  const cause = t(`cause.${firstOf(row).cause}`);
  return (
    <span title={t('alerts.stormWhy')}>
      {t('alerts.storm', { n: alerts.length, minutes, cause })}
    </span>
  );
}
