import { useQuery } from '@tanstack/react-query';
import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';
import { NumberLink } from '../../shared/number-link.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { earlierQuery } from './desk-queries.js';
import type { EarlierQuestion } from './desk-queries.js';
import { Quiet } from './place-aids.js';
import { useNames } from './use-names.js';

/** Earlier complaints that this one repeats or resembles, and why each is shown. */
export function SimilarAid({ question }: { question: EarlierQuestion }) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const isAsked = question.statement !== '';
  const { data, error, refetch } = useQuery({ ...earlierQuery(question), enabled: isAsked });
  if (!isAsked) return <Quiet text={t('aid.typeFirst')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Quiet text={t('aid.looking')} />;
  if (data.items.length === 0) return <Quiet text={t('similar.none')} />;
  const isRepeat = data.items.some(({ isLikelyDuplicate }) => isLikelyDuplicate);
  return (
    <>
      {isRepeat && <Quiet text={t('similar.then')} />}
      <ul className="desk-list">
        {data.items.map((item) => (
          <li key={item.complaintId}>
            <Flex gap="small" align="center" wrap>
              <NumberLink of={item} />
              <Instant at={item.receivedAt} />
              {item.category !== null && <span>{nameOf('categories', item.category)}</span>}
              {item.isLikelyDuplicate && <Tag color="red">{t('similar.duplicate')}</Tag>}
              {item.because.map((reason) => (
                <Tag key={reason}>{t(`similar.because.${reason}`)}</Tag>
              ))}
              {item.similarity !== null && item.similarity > 0 && (
                <Typography.Text type="secondary">
                  {t('similar.share', { percent: Math.round(item.similarity * 100) })}
                </Typography.Text>
              )}
            </Flex>
            {item.isHidden && <Quiet text={t('similar.elsewhere')} />}
            {item.terms.length > 0 && (
              <Quiet text={t('similar.terms', { terms: item.terms.join(t('separator')) })} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
