import { Button, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardAnswer, Tier } from './desk-types.js';
import { withEvidence } from './intake.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';
import type { BothLanguages } from './use-names.js';

/** A standard answer as a customer hears it. */
export interface SaidAnswer extends Pick<StandardAnswer, 'code' | 'name' | 'answerable'> {
  /** Whose wording it is. */
  tier: Tier;
  wording: BothLanguages;
  benefit: BothLanguages | null;
}

/** A standard answer, what is promised with it and what can be done with it. */
export function AnswerItem(props: {
  form: IntakeForm;
  item: SaidAnswer;
  isOpen: boolean;
  /** Until when, and why it is shown. */
  about?: ReactNode;
  /** What ends the question with it. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const { said } = useNames();
  const { form, item, isOpen, about, children } = props;
  return (
    <details className="desk-answer" open={isOpen}>
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
        {about}
        <TakeWording form={form} wording={said(item.wording)} />
        {children}
      </Flex>
    </details>
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
