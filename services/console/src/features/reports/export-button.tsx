import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../shared/download.js';
import { say } from '../../shared/say.js';
import { fileName } from './file-name.js';
import { spanName } from './period.js';
import type { ShownReport } from './shown-report.js';
import { tableCsv } from './table-csv.js';
import { useFilterWords } from './use-filter-words.js';

/** The table, as it is shown, as a file for a spreadsheet. */
export function ExportButton({ shown, isSmall }: { shown: ShownReport; isSmall?: true }) {
  const { t } = useTranslation('reports');
  const { names, by, report, span, title, state, dashboard, comparison } = shown;
  const { filters, timeZone } = state;
  const clock = dashboard.takesClock ? state.clock : undefined;
  const filtered = useFilterWords()({ filters, clock }, names);
  const save = () => {
    const text = tableCsv({ ...shown, ...shown.sorted }, names.figureName, {
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
      timeZone: t('period.timeZone'),
      filters: t('filter.label'),
      filtered,
      readAt: t('export.readAt'),
      since: t('export.since'),
      insufficient: (figure) => t('export.insufficient', { figure }),
      yes: t('export.yes'),
      no: t('export.no'),
    });
    const vs = comparison === 'none' ? undefined : comparison;
    const asked = { ...filters, clock, vs, tz: timeZone };
    const name = fileName([report, `by ${by}`, spanName(span)], asked);
    download(name, text);
    say('success', t('saved', { name }));
  };
  return (
    <Button
      type={isSmall ? 'text' : 'default'}
      icon={<DownloadOutlined />}
      onClick={save}
      aria-label={t('export.csvOf', { title })}
      title={isSmall && t('export.whole')}
    >
      {!isSmall && t('export.csv')}
    </Button>
  );
}
