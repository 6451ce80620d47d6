import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <section className="nothing">
      <Typography.Title level={1}>{t('state.notFoundTitle')}</Typography.Title>
      <Typography.Paragraph>{t('state.notFoundText')}</Typography.Paragraph>
      <Link to="/">{t('home')}</Link>
    </section>
  );
}

/** What is left of a screen that failed; the rest of the console goes on. */
export function FailedPage() {
  const { t } = useTranslation();
  return (
    <section className="nothing" role="alert">
      <Typography.Title level={1}>{t('state.failed')}</Typography.Title>
      <Button onClick={() => location.reload()}>{t('state.retry')}</Button>
    </section>
  );
}
