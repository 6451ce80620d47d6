import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../shared/copy-text.js';
import { say } from '../../../shared/say.js';

/** Puts on the clipboard what one customer is told, so that it need not be typed again where the call is recorded. */
export function CopyWords({ number, words }: { number: string; words: string }) {
  const { t } = useTranslation('board');
  const copy = async () => {
    if (await copyText(words)) return say('success', t('answers.copied'));
    say('info', t('answers.copyByHand', { text: words }), { seconds: 20 });
  };
  return (
    <Button
      size="small"
      icon={<CopyOutlined />}
      aria-label={t('answers.copyFor', { number })}
      onClick={() => void copy()}
    >
      {t('answers.copy')}
    </Button>
  );
}
