import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Keeping } from './draft-keeper.js';

/** Whether what was written is safe; of one width, whatever it says. */
export function KeepingState({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation();
  return (
    <Typography.Text
      role="status"
      type={keeping === 'failed' ? 'danger' : 'secondary'}
      className="keeping"
    >
      {keeping !== 'idle' && t(`draft.${keeping}`)}
    </Typography.Text>
  );
}
