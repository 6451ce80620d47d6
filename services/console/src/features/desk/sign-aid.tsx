import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { coachQuery } from './desk-queries.js';
import { withEvidence } from './intake.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

/** What the customer's words show: how bad, how upset, what kind of caller and how to speak with them. */
export function SignAid({ form, statement }: { form: IntakeForm; statement: string }) {
  const { t } = useTranslation('desk');
  const { said } = useNames();
  const { data } = useQuery({
    ...coachQuery(statement),
    enabled: statement !== '',
    placeholderData: keepPreviousData,
  });
  if (statement === '') return <Quiet text={t('aid.typeFirst')} />;
  if (!data) return <Quiet text={t('aid.looking')} />;
  const { severity, emotionLevel, customerTypes } = data;
  if (!severity && !emotionLevel && customerTypes.length === 0)
    return <Quiet text={t('sign.none')} />;
  const because = (terms: readonly string[]) =>
    t('sign.because', { terms: terms.join(t('separator')) });
  return (
    <Flex vertical gap="small">
      {severity && (
        <Flex gap="small" align="center" wrap>
          <Typography.Text>
            {t('sign.severity', { severity: t(`severity.${severity.value}`) })}
          </Typography.Text>
          <Quiet text={because(severity.because)} />
          {form.intake.severity !== severity.value && (
            <Button size="small" onClick={() => form.set({ severity: severity.value })}>
              {t('sign.take')}
            </Button>
          )}
        </Flex>
      )}
      {emotionLevel && (
        <Flex gap="small" align="center" wrap>
          <Typography.Text>{t('sign.emotion', { level: emotionLevel.value })}</Typography.Text>
          <Quiet text={because(emotionLevel.because)} />
          {form.intake.evidence.control?.emotionLevel !== emotionLevel.value && (
            <Button
              size="small"
              onClick={() =>
                form.update((intake) =>
                  withEvidence(intake, 'control', { emotionLevel: emotionLevel.value }),
                )
              }
            >
              {t('sign.take')}
            </Button>
          )}
        </Flex>
      )}
      {customerTypes.map(({ type, name, hints }) => (
        <div key={type}>
          <Typography.Text strong>{said(name)}</Typography.Text>
          <ul className="plain-list">
            {hints.map((hint) => (
              <li key={hint.en}>{said(hint)}</li>
            ))}
          </ul>
        </div>
      ))}
    </Flex>
  );
}
