import { Spin, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/on-demand.js';
import type { StageProgress } from './clear-path.js';
import { ControlFields } from './control-fields.js';
import type { ClearStage } from './desk-types.js';
import { StageSteps } from './stage-steps.js';
import type { IntakeForm } from './use-intake.js';

// The calendar behind "when did it happen" is a third of the desk: it comes when its stage is opened.
const StageFields = onDemand(
  async () => (await import('./stage-fields.js')).StageFields,
  <Spin className="desk-stage" />,
);

/**
 * The stages of the work beside the form: what each still asks for, and where to say it. Nothing of it is needed to
 * file; whatever is there ends its stages at once.
 */
export function ClearGuide({ form, progress }: { form: IntakeForm; progress: StageProgress[] }) {
  const { t } = useTranslation('desk');
  const [shown, setShown] = useState<{ of: string; stage: ClearStage }>();
  // Another complaint begins with the first one.
  const stage = shown?.of === form.key ? shown.stage : 'control';
  return (
    <section aria-labelledby="desk-clear">
      <Typography.Title level={2} id="desk-clear" className="desk-heading">
        {t('clear.title')}
      </Typography.Title>
      <StageSteps
        progress={progress}
        shown={stage}
        onShow={(one) => setShown({ of: form.key, stage: one })}
      />
      {stage === 'control' ? (
        <ControlFields form={form} />
      ) : (
        <StageFields stage={stage} form={form} />
      )}
    </section>
  );
}
