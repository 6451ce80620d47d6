import { Spin, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/on-demand.js';
import type { StageProgress } from './clear-path.js';
import { ControlFields } from './control-fields.js';
import type { ClearStage } from './desk-types.js';
import { Quiet } from './place-aids.js';
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
  const [stage, setStage] = useState<ClearStage>('control');
  const missing = progress.find((one) => one.stage === stage)?.missing ?? [];
  return (
    <section aria-labelledby="desk-clear">
      <Typography.Title level={2} id="desk-clear" className="desk-heading">
        {t('clear.title')}
      </Typography.Title>
      <ol className="desk-stages">
        {progress.map((one) => (
          <li key={one.stage}>
            <button
              type="button"
              className={one.missing.length === 0 ? 'desk-complete' : ''}
              aria-current={one.stage === stage ? 'step' : undefined}
              onClick={() => setStage(one.stage)}
            >
              {t(`stage.${one.stage}`)}
              <small>
                {one.missing.length === 0
                  ? t('clear.complete')
                  : t('clear.lacks', { count: one.missing.length })}
              </small>
            </button>
          </li>
        ))}
      </ol>
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
      {stage === 'control' ? (
        <ControlFields form={form} />
      ) : (
        <StageFields stage={stage} form={form} />
      )}
    </section>
  );
}
