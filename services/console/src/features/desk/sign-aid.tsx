import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { coachQuery } from './desk-queries.js';
import { isAsGrave, isPlain, withEvidence, withThreat } from './intake.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';
import { useNames } from './use-names.js';

/** What the customer's words show: how bad, how upset, with what they threaten, what kind of caller it is. */
export function SignAid({ form, statement }: { form: IntakeForm; statement: string }) {
  const { t } = useTranslation('desk');
  const common = useTranslation();
  const { said } = useNames();
  const { data, error } = useQuery({
    ...coachQuery(statement),
    enabled: statement !== '',
    placeholderData: keepPreviousData,
  });
  if (statement === '') return <Quiet text={t('aid.typeFirst')} />;
  if (!data) return <Quiet text={error ? common.t('coach.failed') : t('aid.looking')} />;
  if (isPlain(data)) return <Quiet text={t('sign.none')} />;
  const { severity, emotionLevel, threats, customerTypes } = data;
  const { intake } = form;
  return (
    <Flex vertical gap="small">
      {severity && (
        <Sign
          text={t('sign.severity', { severity: t(`severity.${severity.value}`) })}
          because={severity.because}
          // Whoever heard more than the words say is not asked to make less of it.
          isTaken={isAsGrave(intake.severity, severity.value)}
          onTake={() => form.set({ severity: severity.value })}
        />
      )}
      {emotionLevel && (
        <Sign
          text={t('sign.emotion', { level: emotionLevel.value })}
          because={emotionLevel.because}
          isTaken={intake.evidence.control?.emotionLevel === emotionLevel.value}
          onTake={() =>
            form.update((now) => withEvidence(now, 'control', { emotionLevel: emotionLevel.value }))
          }
        />
      )}
      {threats.map(({ value, because }) => (
        <Sign
          key={value}
          text={t('sign.threat', { threat: t(`threat.${value}`) })}
          because={because}
          isTaken={intake.threats.includes(value)}
          onTake={() => form.update((now) => withThreat(now, value))}
        />
      ))}
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

/** One sign with the words it rests on, until it is taken over into the form. */
function Sign(props: {
  text: string;
  because: readonly string[];
  isTaken: boolean;
  onTake: () => void;
}) {
  const { t } = useTranslation('desk');
  const terms = props.because.join(t('separator'));
  return (
    <Flex gap="small" align="center" wrap>
      <Typography.Text>{props.text}</Typography.Text>
      <Quiet text={t('sign.because', { terms })} />
      {!props.isTaken && (
        <Button size="small" onClick={props.onTake}>
          {t('sign.take')}
        </Button>
      )}
    </Flex>
  );
}
