import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { answersQuery } from './desk-queries.js';
import type { Tier } from './desk-types.js';
import { withEvidence } from './intake.js';
import { NoteQuestion } from './note-question.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

/** The one approved wording for what was asked, as this customer's tier is told it. */
export function AnswerAid(props: {
  form: IntakeForm;
  statement: string;
  tier: Tier;
  customerId: string | undefined;
}) {
  const { t } = useTranslation('desk');
  const { said } = useNames();
  const { form, statement, tier, customerId } = props;
  const question = statement.slice(0, 4_000);
  const { data, error, refetch } = useQuery({
    ...answersQuery({ question, tier }),
    enabled: question !== '',
  });
  if (question === '') return <Quiet text={t('aid.typeFirst')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Quiet text={t('aid.looking')} />;
  const [first] = data.items;
  if (!first) {
    return (
      <Flex vertical gap="small" align="start">
        <Quiet text={t('answer.none')} />
        <NoteQuestion form={form} customerId={customerId} />
      </Flex>
    );
  }
  return (
    <>
      {data.items.map((item) => (
        <details key={item.code} className="desk-answer" open={item === first}>
          <summary>
            <span className="desk-grow">{said(item.name)}</span>
            {item.answerable === 'now' ? (
              <Tag color="green">{t('answer.now')}</Tag>
            ) : (
              <Tag>{t('answer.later')}</Tag>
            )}
          </summary>
          <Flex vertical gap="small" align="start">
            <Typography.Text copyable={{ text: said(item.wording) }}>
              {said(item.wording)}
            </Typography.Text>
            {item.benefit && (
              <Typography.Text>
                {t('answer.benefit', { benefit: said(item.benefit), tier: t(`tier.${item.tier}`) })}
              </Typography.Text>
            )}
            {item.promisedBy !== null && (
              <span>
                {t('answer.promisedBy')} <Instant at={item.promisedBy} />
              </span>
            )}
            {item.terms.length > 0 && (
              <Quiet text={t('answer.because', { terms: item.terms.join(t('separator')) })} />
            )}
            <TakeWording form={form} wording={said(item.wording)} />
            <NoteQuestion
              form={form}
              customerId={customerId}
              standard={item.code}
              isAnswered={item.answerable === 'now'}
            />
          </Flex>
        </details>
      ))}
    </>
  );
}

/** What was told the customer is the resolution of the complaint, which stands at its last stage. */
function TakeWording({ form, wording }: { form: IntakeForm; wording: string }) {
  const { t } = useTranslation('desk');
  const isTaken = form.intake.evidence.resolve?.resolution === wording;
  return (
    <Flex gap="small" align="center">
      <Button
        size="small"
        disabled={isTaken}
        onClick={() =>
          form.update((intake) => withEvidence(intake, 'resolve', { resolution: wording }))
        }
      >
        {t('answer.use')}
      </Button>
      <Typography.Text type="success" role="status">
        {isTaken && t('answer.used', { stage: t('stage.resolve') })}
      </Typography.Text>
    </Flex>
  );
}
