import { useTranslation } from 'react-i18next';
import type { foretold } from './texts.en.js';
import type { ForetoldClock } from './what-ends.js';

/** What a clock is called: that of a stage by its stage. */
export function useForetoldClock(): (clock: ForetoldClock) => string {
  const { t } = useTranslation('foretold');
  return ({ kind, stage }) =>
    t(`clock.${kind as keyof typeof foretold.clock}`, {
      stage: stage && t(`stage.${stage as keyof typeof foretold.stage}`),
    });
}
