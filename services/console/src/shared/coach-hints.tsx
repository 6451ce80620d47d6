import { useQuery } from '@tanstack/react-query';
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { useSettled } from './use-settled.js';
import { isWhole } from './whole-advice.js';

const quietMs = 700;
const shortest = 4;

interface Props {
  text: string;
  onReplace: (text: string) => void;
}

/** Banned wording in what is being written, with what to say instead. The server keeps nothing of it. */
export function CoachHints({ text, onReplace }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const settled = useSettled(text, quietMs);
  const { data, error } = useQuery({
    queryKey: ['coach', settled],
    queryFn: () => bodyOf(api.POST('/api/v1/coach/check', { body: { text: settled } })),
    enabled: settled.trim().length >= shortest,
    gcTime: 0,
  });
  // Places are those of the text that was looked at.
  const wording = settled === text ? (data?.wording ?? []) : [];
  return (
    <ul className="plain-list" aria-live="polite">
      {error && settled === text && (
        <li>
          <Typography.Text type="secondary">{t('coach.failed')}</Typography.Text>
        </li>
      )}
      {wording.map(({ id, phrase, start, end, advised, why }) => (
        <li key={`${id} ${start}`}>
          <Typography.Text type="warning">{t('coach.found', { phrase })}</Typography.Text>{' '}
          {why[language]}{' '}
          {isWhole(advised) ? (
            <Button
              type="link"
              size="small"
              onClick={() => onReplace(text.slice(0, start) + advised + text.slice(end))}
            >
              {t('coach.replace', { advised })}
            </Button>
          ) : (
            <Typography.Text type="secondary">{t('coach.write', { advised })}</Typography.Text>
          )}
        </li>
      ))}
    </ul>
  );
}
