import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { categoriesQuery, coachQuery, mostCategories } from './desk-queries.js';
import { Quiet, Share } from './place-aids.js';
import { isLeading, rankByDanger } from './rank-by-danger.js';
import type { Danger } from './rank-by-danger.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

/** The words that show danger, and what closed cases with them were; absent where either is not known. */
function useDanger(statement: string): { isKnown: boolean; danger: Danger | undefined } {
  const advice = useQuery({ ...coachQuery(statement), enabled: statement !== '' });
  const { severity } = advice.data ?? {};
  const words = severity?.value === 'critical' ? severity.because : [];
  const said = words.join('，');
  const taught = useQuery({ ...categoriesQuery(said, mostCategories), enabled: said !== '' });
  // What other words taught says nothing of these.
  const learned = taught.isPlaceholderData ? undefined : taught.data;
  // Nothing is held back by a coach that does not answer.
  const isSettled = (answer: unknown, { failureCount }: typeof advice | typeof taught) =>
    answer !== undefined || failureCount > 0;
  return {
    isKnown: isSettled(advice.data, advice) && (said === '' || isSettled(learned, taught)),
    danger: said === '' || !learned ? undefined : { words, suggestions: learned.suggestions },
  };
}

/**
 * Categories of closed cases that said the same, with the words they rest on; one press takes one. Where words show
 * danger, what they speak for comes first.
 */
export function CategoryAid({ form, statement }: { form: IntakeForm; statement: string }) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...categoriesQuery(statement),
    enabled: statement !== '',
  });
  const { isKnown, danger } = useDanger(statement);
  if (statement === '') return <Quiet text={t('aid.typeFirst')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  // Shown before, they would change places under the hand.
  if (!data || isPlaceholderData || !isKnown) return <Quiet text={t('aid.looking')} />;
  const ranked = rankByDanger(data.suggestions, danger);
  const words = danger?.words.join(t('separator'));
  // Whoever chose has judged.
  const isToJudge =
    danger && form.intake.category === undefined && !ranked.some(({ isOfDanger }) => isOfDanger);
  return (
    <>
      {isToJudge && (
        <Typography.Paragraph type="danger" className="desk-danger">
          {t(ranked.some(isLeading) ? 'category.dangerBeside' : 'category.dangerUnknown', {
            terms: words,
          })}
        </Typography.Paragraph>
      )}
      {ranked.length === 0 && !isToJudge && <Quiet text={t('category.none')} />}
      {ranked.length > 0 && (
        <ul className="desk-list">
          {ranked.map(({ category, confidence, terms, isOfDanger }) => (
            <li key={category}>
              <Flex gap="small" align="center">
                <Button
                  size="small"
                  type={form.intake.category === category ? 'primary' : 'default'}
                  aria-pressed={form.intake.category === category}
                  onClick={() => form.set({ category })}
                >
                  {nameOf('categories', category)}
                </Button>
                {isOfDanger ? (
                  <Tag color="red">{t('category.danger', { terms: words })}</Tag>
                ) : (
                  <Share of={confidence} label={t('category.confidence')} />
                )}
              </Flex>
              {terms.length > 0 && (
                <Quiet
                  text={t('category.because', {
                    terms: terms.map(({ term }) => term).join(t('separator')),
                  })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
