import { Checkbox } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/field.js';
import { LevelButtons } from '../../shared/level-buttons.js';
import { withEvidence } from './intake.js';
import type { EvidenceOf } from './intake.js';
import { shows } from './shown-fields.js';
import type { IntakeForm } from './use-intake.js';

const emotionLevels = [1, 2, 3, 4, 5] as const;

/** What the first stage asks: how somebody feels, and whether that was acknowledged. */
export const ControlFields = memo(function ControlFields({ form }: { form: IntakeForm }) {
  const { t } = useTranslation('desk');
  const answers = form.intake.evidence.control ?? {};
  const answer = (change: Partial<EvidenceOf<'control'>>) =>
    form.update((intake) => withEvidence(intake, 'control', change));
  return (
    <>
      <Field label={t('evidence.emotionLevel')}>
        <LevelButtons
          aria-label={t('evidence.emotionLevel')}
          value={answers.emotionLevel}
          levels={emotionLevels.map((value) => ({ value, label: t(`emotion.l${value}`) }))}
          onChange={(emotionLevel) => answer({ emotionLevel })}
        />
      </Field>
      <Checkbox
        checked={answers.acknowledged ?? false}
        onChange={(event) => answer({ acknowledged: event.target.checked })}
      >
        {t('clear.acknowledged')}
      </Checkbox>
    </>
  );
}, shows('evidence'));
