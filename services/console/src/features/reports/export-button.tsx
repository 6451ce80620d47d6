import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from './download.js';
import { spanName } from './period.js';
import type { ShownReport } from './shown-report.js';
import { tableCsv } from './table-csv.js';

/** The table, as it is shown, as a file for a spreadsheet. */
export function ExportButton({ shown, isSmall }: { shown: ShownReport; isSmall?: true }) {
  const { t } = useTranslation('reports');
  const { names, by, report, span, title } = shown;
  const save = () => {
    const text = tableCsv(shown, names.figureName, {
      group: t(`column.${by}`),
      total: t('group.total'),
      low: (name) => `${name} ${t('table.low')}`,
      high: (name) => `${name} ${t('table.high')}`,
      of: (name) => `${name} n`,
      before: (figure) => t('change.series', { figure }),
      change: (figure, kind) => t(`change.column.${kind}`, { figure }),
      inSeconds: (figure) => t('export.inSeconds', { figure }),
      from: t('export.from'),
      to: t('export.to'),
      comparedFrom: t('export.comparedFrom'),
      comparedTo: t('export.comparedTo'),
    });
    download(`${report}-${by}-${spanName(span)}.csv`, text);
  };
  return (
    <Button
      type={isSmall ? 'text' : 'default'}
      icon={<DownloadOutlined />}
      onClick={save}
      aria-label={t('export.csvOf', { title })}
      title={isSmall && t('export.csv')}
    >
      {!isSmall && t('export.csv')}
    </Button>
  );
}
