import { LinkOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHref } from 'react-router';
import { say } from '../../shared/say.js';

/**
 * The address with all that is shown, also what was shown without being asked for. `isMoving` are days that are
 * others tomorrow.
 */
export function CopyLink({ to, isMoving }: { to: string; isMoving: boolean }) {
  const { t } = useTranslation('reports');
  const href = useHref(to);
  // Browsers give the clipboard to pages that nobody on the way can change.
  if (!isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href, location.origin).href);
    say('success', t(isMoving ? 'link.copiedMoving' : 'link.copied'));
  };
  return (
    <Button icon={<LinkOutlined />} onClick={() => void copy()}>
      {t('link.copy')}
    </Button>
  );
}
