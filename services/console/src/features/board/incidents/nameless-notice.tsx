import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Whom nothing reaches, because nobody knows who they are; they are neither written to nor called. */
export function NamelessNotice({ cases }: { cases: readonly { number: string }[] }) {
  const { t } = useTranslation('board');
  if (cases.length === 0) return null;
  const numbers = cases.map(({ number }) => number).join(t('snooze.and'));
  return (
    <Alert
      type="warning"
      showIcon
      className="board-meant"
      title={t('answers.nameless', { count: cases.length, numbers })}
      description={t('answers.namelessWhy')}
    />
  );
}
