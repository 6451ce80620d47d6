import { LinkOutlined } from '@ant-design/icons';
import { Button, Flex, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from 'react-router';
import { copyText } from '../../shared/copy-text.js';
import { say } from '../../shared/say.js';
import { changesWith } from './period.js';
import type { Period } from './period.js';

/**
 * The address with all that is shown, also what was shown without being asked for. `fixed` is the same with the days as
 * they are today, where its period has others tomorrow: both are offered.
 */
export function CopyLink(props: { to: string; fixed: string | undefined; period: Period }) {
  const { t } = useTranslation('reports');
  const { to, fixed, period } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [href, fixedHref] = [useHref(to), useHref(fixed ?? to)];
  const copy = async (address: string, isMoving: boolean) => {
    setOpen(false);
    // What was pressed is gone with the choices.
    opener.current?.focus();
    const link = new URL(address, location.origin).href;
    if (!(await copyText(link))) return say('info', t('link.is', { link }), { seconds: 20 });
    say('success', t(isMoving ? 'link.copiedMoving' : 'link.copied'));
  };
  if (fixed === undefined) {
    return (
      <Button icon={<LinkOutlined />} onClick={() => void copy(href, false)}>
        {t('link.copy')}
      </Button>
    );
  }
  const choices = (
    <Flex vertical align="start">
      <Button type="text" onClick={() => void copy(href, true)}>
        {t(`link.moving.${changesWith(period)}`, { period: t(`period.${period}`) })}
      </Button>
      <Button type="text" onClick={() => void copy(fixedHref, false)}>
        {t('link.fixed')}
      </Button>
    </Flex>
  );
  return (
    <Popover trigger="click" content={choices} open={isOpen} onOpenChange={setOpen}>
      <Button ref={opener} icon={<LinkOutlined />}>
        {t('link.copy')}
      </Button>
    </Popover>
  );
}
