import { Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { Instant } from '../instant.js';
import { useByServerTime } from '../server-time.js';
import { causeWord, isOver, isWarnedPast } from './alert-facts.js';
import type { AlertView } from './alert-facts.js';
import { usePeople } from './use-people.js';

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
export function CauseTag({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('alerts');
  const { cause, kind } = alert;
  const isPast = useByServerTime((now) => isWarnedPast(alert, now));
  return (
    <>
      {isPast ? (
        <Tag color={colours.breach}>{t('nowOverdue')}</Tag>
      ) : (
        <Tag color={colours[cause]}>{t(`cause.${causeWord(alert)}`)}</Tag>
      )}
      {kind && <Typography.Text type="secondary">{t(`clock.${kind}`)}</Typography.Text>}
    </>
  );
}

/** Until when its clock runs, or for how long it is past due; what was done, or ended, gets no later. */
export function DueText({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('alerts');
  const { dueAt, stoppedAt, caseStatus } = alert;
  if (dueAt === null) return <span aria-hidden>–</span>;
  if (stoppedAt !== null) {
    const state = stoppedAt <= dueAt ? 'met' : 'breached';
    return (
      <>
        <Countdown clock={{ state, dueAt, stoppedAt }} /> {t('stopped')}
      </>
    );
  }
  if (isOver(alert)) return <span>{t(`status.${caseStatus}`)}</span>;
  return <Countdown clock={{ state: 'running', dueAt }} />;
}

/** Who is told next, and in what time, unless somebody takes it on. */
export function NextText({ alert: { next, passedOver } }: { alert: AlertView }) {
  const { t } = useTranslation('alerts');
  const peopleOf = usePeople();
  if (!next) return <Typography.Text type="secondary">{t('noNext')}</Typography.Text>;
  return (
    <>
      {peopleOf(next)} <Countdown clock={{ state: 'running', dueAt: next.at }} />
      {passedOver.length > 0 && (
        <div>
          <Typography.Text type="secondary">
            {t('levelsPassed', {
              levels: [...new Set(passedOver.map(({ level }) => level))].join(t('and')),
            })}
          </Typography.Text>
        </div>
      )}
    </>
  );
}

/** That nobody is reminded of its case for now: until when, who wished so, and why on hover. */
export function SnoozedTag({ alert: { snoozed } }: { alert: Pick<AlertView, 'snoozed'> }) {
  const { t } = useTranslation('alerts');
  if (!snoozed) return null;
  const { until, by, reason } = snoozed;
  const why =
    reason === null ? undefined : t('snoozedFor', { reason: t(`snoozeReason.${reason}`) });
  return (
    <Tag title={why}>
      {t('snoozed')} <Instant at={until} /> {by !== null && t('snoozedBy', { by })}
    </Tag>
  );
}
