import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session.js';
import { onDemand } from '../shared/on-demand.js';
import { useKeys } from '../shared/use-keys.js';
import { menuOf } from './menu.js';

const KeyList = onDemand(async () => (await import('./key-list.js')).KeyList);

/** `?` shows what every key does; digits open the screens of the menu. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // Absent until it is opened first. Then it stays: a window gives the focus back if it closes by itself.
  const [isOpen, setIsOpen] = useState<boolean>();
  const screens = menuOf(useSession());
  const open = () => setIsOpen(true);
  const digits = screens.map(({ path }, index) => {
    return [String(index + 1), () => void navigate(`/${path}`)] as const;
  });
  useKeys({ '?': open, ...Object.fromEntries(digits) });
  return (
    <>
      <Button icon={<QuestionCircleOutlined />} aria-label={t('keys.title')} onClick={open} />
      {isOpen !== undefined && <KeyList isOpen={isOpen} onClose={() => setIsOpen(false)} />}
    </>
  );
}
