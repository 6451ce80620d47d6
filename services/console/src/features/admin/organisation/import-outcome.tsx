import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../row-table.js';
import { outcomes } from './importers.js';
import type { ImportedLine } from './importers.js';

/** How many lines are created, changed, as they are, or refused; and of those that are refused, why. */
export function ImportOutcome(props: {
  lines: readonly ImportedLine[];
  isWhole: boolean;
  isWritten: boolean;
}) {
  const { t } = useTranslation('admin');
  const { lines, isWhole, isWritten } = props;
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, lines.filter((one) => one.outcome === outcome).length]),
  );
  const isRefused = counts['refused']! > 0;
  const problems = lines.flatMap(({ line, problems }) =>
    problems.map((problem, index) => ({ key: `${line} ${index}`, line, ...problem })),
  );
  const success = isWritten ? 'success' : 'info';
  return (
    <Flex vertical gap="middle">
      <Alert
        type={isRefused ? (isWhole ? 'error' : 'warning') : success}
        showIcon
        role="status"
        title={t(isWritten ? 'organisation.import.written' : 'organisation.import.preview', counts)}
        description={
          isRefused && t(isWhole ? 'organisation.import.whole' : 'organisation.import.without')
        }
      />
      {isRefused && (
        <RowTable
          label={t('organisation.import.refused')}
          rows={problems}
          rowKey="key"
          columns={[
            { title: t('organisation.import.line'), dataIndex: 'line', width: 80, align: 'end' },
            { title: t('organisation.import.column'), dataIndex: 'path', width: 120 },
            {
              title: t('organisation.import.reason'),
              render: (_, { message }) => <div className="admin-wrapped">{message}</div>,
            },
            { title: t('organisation.import.rule'), dataIndex: 'rule', width: 140 },
          ]}
        />
      )}
    </Flex>
  );
}
