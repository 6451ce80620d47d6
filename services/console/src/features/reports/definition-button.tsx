import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Names } from './use-names.js';

/** What is counted, beside what shows it; figures that need a sentence of their own have one. */
export function DefinitionButton(props: {
  title: string;
  definition?: string;
  figures: readonly string[];
  names: Pick<Names, 'figureName' | 'meaning'> | undefined;
}) {
  const { t } = useTranslation('reports');
  const { title, definition, figures, names } = props;
  const told = figures.flatMap((name) => {
    const meaning = names?.meaning(name);
    return names && meaning ? [{ name, title: names.figureName(name), meaning }] : [];
  });
  // Work is of the day on which it was done.
  const isByReceipt = !figures.includes('handled');
  const content = (
    <div className="report-definition">
      <p>{definition}</p>
      {told.length > 0 && (
        <ul>
          {told.map((one) => (
            <li key={one.name}>
              <strong>{one.title}</strong> – {one.meaning}
            </li>
          ))}
        </ul>
      )}
      {told.length > 0 && isByReceipt && <p>{t('meaningOfDays')}</p>}
    </div>
  );
  return (
    <Popover trigger={['click', 'hover']} content={content}>
      <Button type="text" icon={<InfoCircleOutlined />} aria-label={t('definitionOf', { title })} />
    </Popover>
  );
}
