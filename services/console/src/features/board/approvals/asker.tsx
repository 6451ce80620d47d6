import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { isOwn } from './may-decide.js';

/** Who asked; of what one asked for oneself also that somebody else decides it. */
export function Asker({ by }: { by: string }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const isMine = isOwn(by, useSession());
  return (
    <>
      {personName(by)}
      {isMine && (
        <div>
          <Typography.Text type="secondary">{t('approvals.yours')}</Typography.Text>
        </div>
      )}
    </>
  );
}
