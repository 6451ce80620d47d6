import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t('state.notFoundTitle')}
      subTitle={t('state.notFoundText')}
      extra={<Link to="/">{t('home')}</Link>}
    />
  );
}

/** What is left of a screen that failed; the rest of the console goes on. */
export function FailedPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t('state.failed')}
      extra={<Button onClick={() => location.reload()}>{t('state.retry')}</Button>}
    />
  );
}
