import { useTranslation } from 'react-i18next';
import { RowTable } from '../row-table.js';

const kinds = [
  'altered',
  'deleted',
  'inserted',
  'truncated',
  'stream-removed',
  'seal-broken',
  'seal-missing',
] as const;

/** What a verification found, each place named. */
export function Findings({ findings }: { findings: readonly Record<string, unknown>[] }) {
  const { t } = useTranslation('admin');
  if (findings.length === 0) return null;
  const kindOf = (kind: unknown) => {
    const found = kinds.find((one) => one === kind);
    return found ? t(`audit.kinds.${found}`) : String(kind);
  };
  return (
    <RowTable
      label={t('audit.findings')}
      rows={findings.map((finding, index) => ({ ...finding, index }) as Shown)}
      rowKey="index"
      columns={[
        { title: t('audit.finding'), width: 180, render: (_, { kind }) => kindOf(kind) },
        { title: t('audit.stream'), dataIndex: 'stream', width: 300 },
        { title: t('audit.sequence'), dataIndex: 'sequence', width: 100, align: 'end' },
        { title: t('audit.seal'), dataIndex: 'seal', width: 100, align: 'end' },
        { title: t('audit.detail'), dataIndex: 'detail', width: 300 },
      ]}
    />
  );
}

interface Shown {
  index: number;
  kind?: string;
  stream?: string;
  sequence?: number;
  seal?: number;
  detail?: string;
}
