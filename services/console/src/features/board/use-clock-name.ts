import { useTranslation } from 'react-i18next';
import type { CaseView } from './board-types.js';

type Clock = Pick<CaseView['clocks'][number], 'kind' | 'stage'>;

/** What a clock is called: the stage that it times, or its kind. */
export function useClockName(): (clock: Clock) => string {
  const { t } = useTranslation('board');
  return ({ kind, stage }) =>
    stage && kind === 'stage' ? t(`stage.${stage}`) : t(`clock.${kind}`);
}
