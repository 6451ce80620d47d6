import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnChannelWindow } from './own-channel-window.js';

/** The reader's own mails, among those of everybody. */
export function OwnChannel() {
  const { t } = useTranslation('admin');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('channels.own')}</Button>
      <OwnChannelWindow isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
