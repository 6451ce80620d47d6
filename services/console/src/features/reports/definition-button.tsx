import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';

/** What is counted, beside what shows it. */
export function DefinitionButton({ title, definition }: { title: string; definition?: string }) {
  const { t } = useTranslation('reports');
  return (
    <Popover
      trigger={['click', 'hover']}
      content={<p className="report-definition">{definition}</p>}
    >
      <Button type="text" icon={<InfoCircleOutlined />} aria-label={t('definitionOf', { title })} />
    </Popover>
  );
}
