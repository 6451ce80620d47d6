import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScreenTitle } from '../shared/screen-title.js';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <section className="nothing">
      <ScreenTitle title={t('state.notFoundTitle')} />
      <Typography.Paragraph>{t('state.notFoundText')}</Typography.Paragraph>
      <Link to="/">{t('home')}</Link>
    </section>
  );
}

/** What is left of a screen that failed; the rest of the console goes on. */
export function FailedPage({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="nothing" role="alert">
      <ScreenTitle title={t('state.failed')} />
      <Button onClick={onRetry}>{t('state.retry')}</Button>
    </section>
  );
}
