import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RollBackDialog } from './roll-back-dialog.js';

/** Publishes an older version again, as the newest: what that would do is tried out first. */
export function RollBack({ version, current }: { version: number; current: number }) {
  const { t } = useTranslation('admin');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {t('policies.history.again')}
      </Button>
      {isOpen && <RollBackDialog {...{ version, current }} onClose={() => setIsOpen(false)} />}
    </>
  );
}
