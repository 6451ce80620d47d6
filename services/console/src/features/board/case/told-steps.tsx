import { Flex, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import type { AlertView } from '../board-types.js';
import { usePeople } from '../../../shared/alerts/use-people.js';
import { isTold } from '../../../shared/alerts/is-told.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** Why you, what came before, who is next. */
export function ToldSteps({ alert }: { alert: AlertView }) {
  const { t, i18n } = useTranslation('board');
  const peopleOf = usePeople();
  const personName = usePersonName();
  const session = useSession();
  const { agentId } = session;
  const { why, told, passedOver, called, next, acknowledgedBy, acknowledgedAt } = alert;
  const name = (agent: string) => (agent === agentId ? t('told.you') : personName(agent));
  const reached = told.at(-1);
  const levelBelow = Math.max(alert.level, ...passedOver.map(({ level }) => level));
  const isJump = next !== null && next.level > levelBelow + 1;
  const items = [
    ...told.map((step) => ({
      key: `${step.level} ${step.at}`,
      color: step === reached ? ('red' as const) : ('gray' as const),
      content: (
        <>
          <Instant at={step.at} /> {t('told.at', { level: step.level, people: peopleOf(step) })}
          {step === reached && called && (
            <div>
              {t(`told.because.${called.because}`, { agent: name(called.agentId ?? '') })}{' '}
              {called.passedOver
                .map(({ agentId: agent, why: reason }) =>
                  t(`told.passedOver.${reason}`, { agent: personName(agent) }),
                )
                .join(' ')}
            </div>
          )}
        </>
      ),
    })),
    ...passedOver.map((step) => ({
      key: `passed ${step.step} ${step.at}`,
      color: 'gray' as const,
      content: (
        <Typography.Text type="secondary">
          <Instant at={step.at} />{' '}
          {t(`told.levelPassedOver.${step.why}`, {
            level: step.level,
            people: peopleOf(step),
          })}
        </Typography.Text>
      ),
    })),
    ...(acknowledgedBy && acknowledgedAt
      ? [
          {
            key: 'acknowledged',
            color: 'green' as const,
            content: (
              <>
                <Instant at={acknowledgedAt} />{' '}
                {t('told.acknowledged', { by: name(acknowledgedBy) })}
              </>
            ),
          },
        ]
      : []),
    ...(next
      ? [
          {
            key: 'next',
            color: 'blue' as const,
            content: (
              <>
                <Typography.Text strong>{t('told.next')}</Typography.Text>{' '}
                {t('told.at', { level: next.level, people: peopleOf(next) })}{' '}
                <Countdown clock={{ state: 'running', dueAt: next.at }} />
                {isJump && (
                  <div>
                    <Typography.Text type="secondary">{t('told.jumps')}</Typography.Text>
                  </div>
                )}
                <div>
                  <Typography.Text type="secondary">{t('told.nextIn')}</Typography.Text>
                </div>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Flex vertical gap="small">
      <Typography.Title level={2} className="board-heading">
        {t('told.why')}
      </Typography.Title>
      <Typography.Paragraph>
        {i18n.language === 'en' ? why.en : why.zh}{' '}
        {called?.agentId && alert.people.length === 0
          ? t('told.reachedOnCall', {
              ...{ level: alert.level, people: peopleOf(alert), agent: name(called.agentId) },
            })
          : t('told.reached', { level: alert.level, people: peopleOf(alert) })}{' '}
        {!isTold(alert, session) && t('told.youSee')}
      </Typography.Paragraph>
      <Typography.Title level={2} className="board-heading">
        {t('told.before')}
      </Typography.Title>
      {told[0] && told[0].level > 1 && (
        <Typography.Text type="secondary">
          {t('told.startsAt', { level: told[0].level })}
        </Typography.Text>
      )}
      <Timeline items={items} />
      {!next && !acknowledgedAt && (
        <Typography.Text type="secondary">{t('alerts.noNext')}</Typography.Text>
      )}
    </Flex>
  );
}
