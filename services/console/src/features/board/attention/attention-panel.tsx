import { DesktopOutlined, SoundOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Switch, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForDesktop, desktopState, showDesktop } from './desktop.js';
import { playSound } from './sound.js';
import type { SoundState } from './sound.js';
import { chooseWishes, useWishes } from './wishes.js';

/** Whether alerts are heard and shown outside the page, with a test of both. */
export function AttentionPanel() {
  const { t } = useTranslation('attention');
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
    showDesktop(t('testTitle'), t('testBody'));
    setIsShown(state === 'granted');
  };
  const soundText = {
    ready: t('soundReady'),
    blocked: t('soundBlocked'),
    missing: t('soundMissing'),
  };
  return (
    <Flex vertical gap="small" className="attention">
      <Flex justify="space-between" align="center" gap="middle">
        <span id="attention-sound">{t('sound')}</span>
        <Switch
          aria-labelledby="attention-sound"
          checked={sound}
          onChange={(isOn) => chooseWishes({ sound: isOn })}
        />
      </Flex>
      <Flex justify="space-between" align="center" gap="middle">
        <span id="attention-desktop">{t('desktop')}</span>
        <Switch
          aria-labelledby="attention-desktop"
          checked={desktop && seen === 'granted'}
          disabled={seen === 'denied' || seen === 'missing'}
          onChange={(isOn) => void chooseDesktop(isOn)}
        />
      </Flex>
      <Typography.Text type="secondary">{t(`${seen}`)}</Typography.Text>
      <Typography.Text strong>{t('test')}</Typography.Text>
      <Flex gap="small" wrap>
        <Button icon={<SoundOutlined />} onClick={() => void playSound().then(setHeard)}>
          {t('testSound')}
        </Button>
        <Button icon={<DesktopOutlined />} onClick={() => void testDesktop()}>
          {t('testDesktop')}
        </Button>
      </Flex>
      <div aria-live="polite">
        {heard && (
          <Alert
            type={heard === 'ready' ? 'success' : 'warning'}
            title={soundText[heard]}
            description={heard === 'ready' && t('heard')}
          />
        )}
        {isShown && <Alert type="success" title={t('granted')} description={t('seen')} />}
      </div>
      <Typography.Text type="secondary">{t('where')}</Typography.Text>
    </Flex>
  );
}
