import { BellOutlined, DesktopOutlined, SoundOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Popover, Switch, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForDesktop, desktopState, showDesktop } from './desktop.js';
import { playSound } from './sound.js';
import type { SoundState } from './sound.js';
import { chooseWishes, useWishes } from './wishes.js';

/** Whether alerts are heard and shown outside the page, with a test of both. */
export function AttentionMenu() {
  const { t } = useTranslation('board');
  const { sound, desktop } = useWishes();
  const isQuiet = !sound && !desktop;
  return (
    <Popover trigger="click" placement="bottomRight" content={<AttentionPanel />}>
      <Button
        icon={<BellOutlined />}
        aria-label={t('attention.title')}
        type={isQuiet ? 'dashed' : 'default'}
      >
        <span className="board-wide-only">{t('attention.title')}</span>
      </Button>
    </Popover>
  );
}

function AttentionPanel() {
  const { t } = useTranslation('board');
  const { sound, desktop } = useWishes();
  const [heard, setHeard] = useState<SoundState>();
  const [seen, setSeen] = useState(desktopState);
  const [isShown, setIsShown] = useState(false);

  const chooseDesktop = async (isWanted: boolean) => {
    if (!isWanted) return chooseWishes({ desktop: false });
    const state = await askForDesktop();
    setSeen(state);
    chooseWishes({ desktop: state === 'granted' });
  };
  const testDesktop = async () => {
    const state = await askForDesktop();
    setSeen(state);
    showDesktop(t('attention.testTitle'), t('attention.testBody'));
    setIsShown(state === 'granted');
  };
  const soundText = {
    ready: t('attention.soundReady'),
    blocked: t('attention.soundBlocked'),
    missing: t('attention.soundMissing'),
  };
  return (
    <Flex vertical gap="small" className="board-attention">
      <Flex justify="space-between" align="center" gap="middle">
        <span id="attention-sound">{t('attention.sound')}</span>
        <Switch
          aria-labelledby="attention-sound"
          checked={sound}
          onChange={(isOn) => chooseWishes({ sound: isOn })}
        />
      </Flex>
      <Flex justify="space-between" align="center" gap="middle">
        <span id="attention-desktop">{t('attention.desktop')}</span>
        <Switch
          aria-labelledby="attention-desktop"
          checked={desktop && seen === 'granted'}
          disabled={seen === 'denied' || seen === 'missing'}
          onChange={(isOn) => void chooseDesktop(isOn)}
        />
      </Flex>
      <Typography.Text type="secondary">{t(`attention.${seen}`)}</Typography.Text>
      <Typography.Text strong>{t('attention.test')}</Typography.Text>
      <Flex gap="small" wrap>
        <Button icon={<SoundOutlined />} onClick={() => void playSound().then(setHeard)}>
          {t('attention.testSound')}
        </Button>
        <Button icon={<DesktopOutlined />} onClick={() => void testDesktop()}>
          {t('attention.testDesktop')}
        </Button>
      </Flex>
      <div aria-live="polite">
        {heard && (
          <Alert
            type={heard === 'ready' ? 'success' : 'warning'}
            title={soundText[heard]}
            description={heard === 'ready' && t('attention.heard')}
          />
        )}
        {isShown && (
          <Alert type="success" title={t('attention.granted')} description={t('attention.seen')} />
        )}
      </div>
      <Typography.Text type="secondary">{t('attention.where')}</Typography.Text>
    </Flex>
  );
}
