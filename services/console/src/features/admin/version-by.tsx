import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';

/** Who published what is in force; nobody did as long as it is what the product came with. */
export function VersionBy(props: { version: number; publishedBy: string; publishedAt: string }) {
  const { t } = useTranslation('admin');
  const { version, publishedBy, publishedAt } = props;
  return (
    <Typography.Text type="secondary">
      {version === 0 ? (
        t('neverPublished')
      ) : (
        <>
          {t('versionBy', { version, who: publishedBy })} <Instant at={publishedAt} />
        </>
      )}
    </Typography.Text>
  );
}
