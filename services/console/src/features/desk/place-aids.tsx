import { useQuery } from '@tanstack/react-query';
import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { queueQuery } from './desk-queries.js';
import type { Tier } from './desk-types.js';
import { noProduct } from './intake.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

/** The queue that would take the complaint, and what decided that. */
export function QueueAid({ form, tier }: { form: IntakeForm; tier: Tier }) {
  const { t } = useTranslation('desk');
  const { said, nameOf } = useNames();
  const { category = '', severity, channel, product, organisation } = form.intake;
  const body = {
    category,
    severity,
    tier,
    channel,
    ...(product !== undefined && product !== noProduct && { product }),
    ...(organisation !== undefined && { organisation }),
  };
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queueQuery(body),
    enabled: category !== '',
  });
  if (category === '') return <Quiet text={t('queueAid.categoryFirst')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Quiet text={t('aid.looking')} />;
  if (data.queue === null) {
    return <Quiet text={t(isPlaceholderData ? 'aid.looking' : 'queueAid.none')} />;
  }
  const { queue, title, talkSeconds, handlingSeconds } = data.queue;
  const minutes = (seconds: number) => Math.round(seconds / 60);
  const because = [
    nameOf('categories', category),
    t(`severity.${severity}`),
    t(`tier.${tier}`),
    t(`channel.${channel}`),
  ];
  return (
    <>
      {/* The queue of what was chosen before does not stand beside other reasons. */}
      {isPlaceholderData ? (
        <Quiet text={t('aid.looking')} />
      ) : (
        <Flex gap="small" wrap>
          <Typography.Text strong>{title ? said(title) : queue}</Typography.Text>
          {talkSeconds !== null && (
            <span>{t('queueAid.talk', { count: minutes(talkSeconds) })}</span>
          )}
          {handlingSeconds !== null && (
            <span>{t('queueAid.handling', { count: minutes(handlingSeconds) })}</span>
          )}
        </Flex>
      )}
      <Quiet text={t('queueAid.because', { terms: because.join(t('separator')) })} />
    </>
  );
}

/** A part of a whole, from 0 to 1, as a bar with its per cent. */
export function Share({ of, label }: { of: number; label: string }) {
  const percent = Math.round(of * 100);
  return (
    <>
      <span className="desk-share" role="meter" aria-label={label} aria-valuenow={percent}>
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="steady">{percent}%</span>
    </>
  );
}

export function Quiet({ text }: { text: string }) {
  return <Typography.Text type="secondary">{text}</Typography.Text>;
}
