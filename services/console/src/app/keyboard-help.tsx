import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session.js';
import { useListedKeys } from '../shared/screen-keys.js';
import { useKeys } from '../shared/use-keys.js';
import { menuOf } from './menu.js';

/** `?` shows what every key does; digits open the screens of the menu. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const screens = menuOf(useSession());
  const listed = useListedKeys();
  const open = () => setIsOpen(true);
  const digits = screens.map(({ path }, index) => {
    return [String(index + 1), () => void navigate(`/${path}`)] as const;
  });
  useKeys({ '?': open, ...Object.fromEntries(digits) });
  return (
    <>
      <Button icon={<QuestionCircleOutlined />} aria-label={t('keys.title')} onClick={open} />
      <Modal open={isOpen} title={t('keys.title')} footer={null} onCancel={() => setIsOpen(false)}>
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
    </>
  );
}
