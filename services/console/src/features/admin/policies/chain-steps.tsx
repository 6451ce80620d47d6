import { Tag, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import type { Chains } from './policy-requests.js';

type Step = Chains['chains'][number]['steps'][number];

/** One level after the other: when, who, how many of them there are and how many a mail reaches. */
export function ChainSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('admin');
  return (
    <Timeline
      items={steps.map((step) => {
        const { level, audience, unit, named, at, dueAt, people, reached, called } = step;
        return {
          key: step.step,
          color: people === 0 ? 'red' : 'blue',
          content: (
            <>
              <Instant at={at} />{' '}
              <Typography.Text strong>
                {t('policies.chains.level', { level, step: step.step })}
              </Typography.Text>{' '}
              {t(`audiences.${audience}`, { defaultValue: audience })}
              {unit !== null && <Tag>{unit}</Tag>}
              {named.map((person) => (
                <Tag key={person}>{person}</Tag>
              ))}
              <br />
              <Typography.Text type="secondary">
                {people !== null && t('policies.chains.people', { count: people })}
                {reached !== null && ` · ${t('policies.chains.reached', { count: reached })}`}
                {called?.agentId && ` · ${t('policies.chains.called', { who: called.agentId })}`}
                {at !== dueAt && ` · ${t('policies.chains.quiet')}`}
              </Typography.Text>
            </>
          ),
        };
      })}
    />
  );
}
