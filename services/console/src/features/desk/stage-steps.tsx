import { Typography } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageProgress } from './clear-path.js';
import type { ClearStage } from './desk-types.js';
import { Quiet } from './place-aids.js';

/** The stages as a row of steps, and what the one that is shown still asks for. */
export const StageSteps = memo(function StageSteps(props: {
  progress: readonly StageProgress[];
  shown: ClearStage;
  onShow: (stage: ClearStage) => void;
}) {
  const { t } = useTranslation('desk');
  const { progress, shown } = props;
  const missing = progress.find(({ stage }) => stage === shown)?.missing ?? [];
  return (
    <>
      <ol className="desk-stages">
        {progress.map((one) => (
          <li key={one.stage}>
            <button
              type="button"
              className={one.missing.length === 0 ? 'desk-complete' : ''}
              aria-current={one.stage === shown ? 'step' : undefined}
              onClick={() => props.onShow(one.stage)}
            >
              {t(`stage.${one.stage}`)}
              <small>
                {one.missing.length === 0
                  ? t('clear.complete')
                  : t('clear.lacks', { count: one.missing.length })}
              </small>
              {one.stage === 'listen' && <small>{t('clear.placeAndTime')}</small>}
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
    </>
  );
}, isSame);

/** How far the stages are is counted anew with every character, and seldom comes out otherwise. */
function isSame(
  before: { progress: readonly StageProgress[]; shown: ClearStage },
  now: { progress: readonly StageProgress[]; shown: ClearStage },
): boolean {
  return (
    before.shown === now.shown && JSON.stringify(before.progress) === JSON.stringify(now.progress)
  );
}
