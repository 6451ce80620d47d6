import { Descriptions, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { useListedKeys } from '../shared/screen-keys.js';
import { menuOf } from './menu.js';

/** What every key does: those that work everywhere, and those of the screen. */
export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const screens = menuOf(useSession());
  const listed = useListedKeys();
  return (
    <Modal open={isOpen} destroyOnHidden title={t('keys.title')} footer={null} onCancel={onClose}>
      <Descriptions
        column={1}
        items={[
          { key: '?', label: <kbd>?</kbd>, children: t('keys.help') },
          ...screens.map(({ path, menu }, index) => ({
            key: path,
            label: <kbd>{index + 1}</kbd>,
            children: t('keys.goTo', { screen: t(`menu.${menu.label}`) }),
          })),
          ...listed.map(({ key, name }) => ({
            key: `of the screen ${key}`,
            label: <kbd>{key}</kbd>,
            children: name,
          })),
          { key: 'Esc', label: <kbd>Esc</kbd>, children: t('keys.close') },
        ]}
      />
      <p>{t('keys.hint')}</p>
    </Modal>
  );
}
