import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Typography } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMenuRoom } from '../../../shared/use-menu-room.js';
import { isSought } from './menu-groups.js';

interface MenuEntry {
  key: string;
  label: string;
  disabled?: boolean;
}

/** Until the list is drawn in its place. */
const drawnMs = 50;

/** Everything else that can be done, under headings, with a field on top that narrows it while somebody types. */
export function MoreMenu(props: {
  groups: readonly { key: string; label: string; entries: readonly MenuEntry[] }[];
  onPick: (key: string) => void;
}) {
  const { t } = useTranslation('casePage');
  const { button, style, onOpenChange } = useMenuRoom();
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const field = useRef<InputRef>(null);
  const shown = props.groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ label }) => isSought(label, sought)),
    }))
    .filter(({ entries }) => entries.length > 0);
  const show = (opens: boolean) => {
    onOpenChange(opens);
    setOpen(opens);
    if (!opens) return;
    setSought('');
    setTimeout(() => field.current?.focus(), drawnMs);
  };
  const pick = (key: string) => {
    setOpen(false);
    props.onPick(key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Of a word that is still being composed they are the input method's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      event.currentTarget
        .closest('.case-menu-box')
        ?.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled=true])')
        ?.focus();
    } else if (event.key === 'Enter') {
      const first = shown.flatMap(({ entries }) => entries).find(({ disabled }) => !disabled);
      if (first && sought.trim() !== '') pick(first.key);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen}
      onOpenChange={show}
      popupRender={(menu) => (
        <div className="case-menu-box">
          <Input
            ref={field}
            allowClear
            aria-label={t('actions.find')}
            placeholder={t('actions.find')}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
            onKeyDown={onKeyDown}
          />
          {shown.length === 0 ? (
            <Typography.Paragraph type="secondary">{t('actions.noneFound')}</Typography.Paragraph>
          ) : (
            menu
          )}
        </div>
      )}
      menu={{
        className: 'case-menu',
        style: style.maxHeight ? { maxHeight: `calc(${style.maxHeight} - 48px)` } : {},
        onClick: ({ key }) => pick(key),
        items: shown.map(({ key, label, entries }) => ({
          ...{ key, label, type: 'group' as const },
          children: entries.map(({ disabled = false, ...entry }) => ({ ...entry, disabled })),
        })),
      }}
    >
      <Button ref={button} icon={<DownOutlined />} iconPlacement="end">
        {t('actions.more')}
      </Button>
    </Dropdown>
  );
}
