import { useTranslation } from 'react-i18next';
import type { Keeping } from './draft-keeper.js';

/** Whether what was written is safe; of one width, whatever it says. */
export function KeepingState({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={`keeping ${keeping === 'failed' ? 'late' : 'quiet'}`}>
      {keeping !== 'idle' && t(`draft.${keeping}`)}
    </span>
  );
}
