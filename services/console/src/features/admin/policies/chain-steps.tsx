import { Tag, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import type { Chains } from './policy-requests.js';

type Step = Chains['chains'][number]['steps'][number];

/** One level after the other: when, who, how many of them there are and how many a mail reaches, and whom it leaves out. */
export function ChainSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('admin');
  const personName = usePersonName();
  return (
    <Timeline
      items={steps.map((step) => {
        const { level, audience, unit, named, at, dueAt, people, reached, called, who, leftOut } =
          step;
        const { passedOver } = step;
        return {
          key: step.step,
          color: people === 0 ? 'red' : passedOver ? 'gray' : 'blue',
          content: (
            <>
              <Instant at={at} />{' '}
              <Typography.Text strong>
                {t('policies.chains.level', { level, step: step.step })}
              </Typography.Text>{' '}
              {t(`audiences.${audience}`, { defaultValue: audience })}
              {unit !== null && <Tag>{unit}</Tag>}
              {named.map((person) => (
                <Tag key={person}>{personName(person)}</Tag>
              ))}
              <br />
              <Typography.Text type="secondary">
                {people !== null && t('policies.chains.people', { count: people })}
                {reached !== null && ` · ${t('policies.chains.reached', { count: reached })}`}
                {called?.agentId &&
                  ` · ${t('policies.chains.called', { who: personName(called.agentId) })}`}
                {at !== dueAt && ` · ${t('policies.chains.quiet')}`}
                {passedOver && ` · ${t(`policies.chains.passedOver.${passedOver}`)}`}
              </Typography.Text>
              {who !== null && who.length > 0 && (
                <div>
                  {t('policies.chains.who', { who: who.map((one) => personName(one)).join(' · ') })}
                </div>
              )}
              {leftOut?.map(({ agentId, why, standIn }) => (
                <div key={`${agentId} ${why}`}>
                  <Typography.Text type="secondary">
                    {t(`policies.chains.leftOut.${why}`, {
                      who: personName(agentId),
                      standIn: personName(standIn ?? ''),
                    })}
                  </Typography.Text>
                </div>
              ))}
            </>
          ),
        };
      })}
    />
  );
}
