import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Services that did not tell how far they are. */
export function Silent({ services }: { services: readonly string[] }) {
  const { t } = useTranslation('admin');
  return services.map((service) => (
    <Alert key={service} type="warning" showIcon title={t('health.silent', { service })} />
  ));
}
