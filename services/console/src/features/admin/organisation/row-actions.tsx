import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';

/** What can be done with one entry: changed by whoever may, and looked at over time. */
export function RowActions(props: { onEdit: (() => void) | undefined; onHistory: () => void }) {
  const { t } = useTranslation('admin');
  const { onEdit, onHistory } = props;
  return (
    <Space>
      {onEdit && (
        <Button size="small" onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      <Button size="small" onClick={onHistory}>
        {t('organisation.history.open')}
      </Button>
    </Space>
  );
}
