import { UserOutlined } from '@ant-design/icons';
import { Button, Popover, Spin } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { onDemand } from '../shared/on-demand.js';
import { SessionsWindow } from '../shared/sessions/sessions-on-demand.js';
import { loadTexts } from '../texts/load-texts.js';

const AccountMenu = onDemand(async () => (await import('./account-menu.js')).AccountMenu, <Spin />);

const PasswordWindow = onDemand(async () => {
  const [{ PasswordWindow: Window }] = await Promise.all([
    import('./password/password-window.js'),
    loadTexts('password'),
  ]);
  return Window;
});

const OwnChannelWindow = onDemand(async () => {
  const [{ OwnChannelWindow: Window }] = await Promise.all([
    import('../features/admin/outside/own-channel-window.js'),
    loadTexts('admin'),
  ]);
  return Window;
});

/** Who is signed in, and behind it what is theirs: how the console looks to them, its keys, their password, sessions and mails. */
export function AccountButton() {
  const { t } = useTranslation();
  const { username } = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Absent until it is opened first. Then it stays: a window gives the focus back if it closes by itself.
  const [isChanging, setIsChanging] = useState<boolean>();
  const [isListing, setIsListing] = useState<boolean>();
  const [isMailing, setIsMailing] = useState<boolean>();
  const leaveFor = (open: (isShown: boolean) => void) => () => {
    setIsOpen(false);
    open(true);
  };
  // What a window was opened from is hidden by then.
  const focus = () => button.current?.focus();
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isOpen}
        onOpenChange={setIsOpen}
        content={
          <AccountMenu
            onChangePassword={leaveFor(setIsChanging)}
            onShowSessions={leaveFor(setIsListing)}
            onMailAlerts={leaveFor(setIsMailing)}
          />
        }
      >
        <Button
          ref={button}
          icon={<UserOutlined />}
          aria-label={t('account.signedInAs', { username })}
        >
          <span className="shell-name">{username}</span>
        </Button>
      </Popover>
      {isChanging !== undefined && (
        <PasswordWindow isOpen={isChanging} onClose={() => setIsChanging(false)} onClosed={focus} />
      )}
      {isListing !== undefined && (
        <SessionsWindow isOpen={isListing} onClose={() => setIsListing(false)} onClosed={focus} />
      )}
      {isMailing !== undefined && (
        <OwnChannelWindow isOpen={isMailing} onClose={() => setIsMailing(false)} onClosed={focus} />
      )}
    </>
  );
}
