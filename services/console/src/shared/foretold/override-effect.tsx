import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForetoldClock } from './use-foretold-clock.js';
import { endingWith, isStillToTell } from './what-ends.js';
import type { ForetoldClock } from './what-ends.js';

const stages = ['control', 'listen', 'establish', 'apologise', 'resolve', 'callback'] as const;

/** What follows when a stage is ended without its evidence, said before it is. */
export function OverrideEffect(props: {
  stage: string;
  of: { clocks: readonly ForetoldClock[]; missing: readonly string[] };
}) {
  const { t } = useTranslation('foretold');
  const nameOf = useForetoldClock();
  const place = stages.findIndex((one) => one === props.stage);
  const [at, next] = [stages[place], stages[place + 1]];
  if (at === undefined || next === undefined) return null;
  const stage = t(`stage.${at}`);
  const ending = endingWith(at, props.of);
  const clocks = ending.map(nameOf).join(t('and'));
  const ends =
    ending.length === 0
      ? t('override.endsNone')
      : t(ending.length === 1 ? 'override.ends' : 'override.endAll', { clocks });
  if (at === 'resolve') {
    return (
      <Alert
        type="warning"
        showIcon
        className="foretold"
        title={t('override.resolves')}
        description={t('override.resolvesMore', { stage, ends })}
      />
    );
  }
  return (
    <>
      <p>{t('override.marked', { stage, next: t(`stage.${next}`) })}</p>
      <p>{ends}</p>
      {isStillToTell(at, props.of) && <p>{t('override.stillTold')}</p>}
    </>
  );
}
