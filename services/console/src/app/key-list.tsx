import { Descriptions, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { useListedKeys } from '../shared/screen-keys.js';
import { isSingle, useSingleKeys } from '../shared/single-keys.js';
import { menuOf } from './menu.js';
import { SingleKeysSwitch } from './single-keys-switch.js';

/** What every key does: those that work everywhere, and those of the screen. Keys that are turned off are not listed. */
export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const screens = menuOf(useSession());
  const listed = useListedKeys();
  const areSingleKeysOn = useSingleKeys();
  const keys = [
    { id: '?', key: '?', name: t('keys.help') },
    ...screens.map(({ path, menu }, index) => ({
      id: path,
      key: String(index + 1),
      name: t('keys.goTo', { screen: t(`menu.${menu.label}`) }),
    })),
    ...listed.map(({ key, name }) => ({ id: `of the screen ${key}`, key, name })),
    { id: 'Esc', key: 'Esc', name: t('keys.close') },
  ];
  return (
    <Modal open={isOpen} destroyOnHidden title={t('keys.title')} footer={null} onCancel={onClose}>
      <SingleKeysSwitch />
      <p role="status">{t(areSingleKeysOn ? 'keys.hint' : 'keys.off')}</p>
      <Descriptions
        column={1}
        items={keys
          .filter(({ key }) => areSingleKeysOn || !isSingle(key))
          .map(({ id, key, name }) => ({ key: id, label: <kbd>{key}</kbd>, children: name }))}
      />
    </Modal>
  );
}
