import { Spin, Steps, Typography } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageProgress } from './clear-path.js';
import type { ClearStage } from './desk-types.js';
import { Quiet } from './place-aids.js';
import type { IntakeForm } from './use-intake.js';

// The calendar behind "when did it happen" is a third of the desk: it comes after the form stands.
const StageFields = lazy(async () => ({
  default: (await import('./stage-fields.js')).StageFields,
}));

/**
 * The stages of the work beside the form: what each still asks for, and where to say it. Nothing of it is needed to
 * file; whatever is there ends its stages at once.
 */
export function ClearGuide({ form, progress }: { form: IntakeForm; progress: StageProgress[] }) {
  const { t } = useTranslation('desk');
  const [stage, setStage] = useState<ClearStage>('control');
  const chosen = progress.findIndex((one) => one.stage === stage);
  const missing = progress[chosen]?.missing ?? [];
  return (
    <section aria-labelledby="desk-clear">
      <Typography.Title level={2} id="desk-clear" className="desk-heading">
        {t('clear.title')}
      </Typography.Title>
      <Steps
        size="small"
        responsive={false}
        titlePlacement="vertical"
        current={chosen}
        onChange={(index) => setStage(progress[index]?.stage ?? 'control')}
        items={progress.map((one, index) => ({
          key: one.stage,
          title: t(`stage.${one.stage}`),
          content:
            one.missing.length === 0
              ? t('clear.complete')
              : t('clear.lacks', { count: one.missing.length }),
          status: one.missing.length === 0 ? 'finish' : index === chosen ? 'process' : 'wait',
        }))}
      />
      <div className="desk-missing" role="status">
        {missing.length === 0 ? (
          <Typography.Text type="success">{t('clear.stageComplete')}</Typography.Text>
        ) : (
          <Quiet
            text={t('clear.missing', {
              names: missing.map((name) => t(`evidence.${name}`)).join(t('separator')),
            })}
          />
        )}
      </div>
      <Suspense fallback={<Spin className="desk-stage" />}>
        <StageFields stage={stage} form={form} />
      </Suspense>
    </section>
  );
}
