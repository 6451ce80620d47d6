import { Alert, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalText } from './refusal-text.js';
import type { RefusalWords } from './refusal-text.js';
import type { CommandResult } from './use-command-many.js';

interface Props extends RefusalWords {
  results: readonly CommandResult[];
  /** With their numbers, as far as they are known. */
  cases: readonly { id: string; number?: string | undefined }[];
}

/** What became of each of many cases that were given one command: those that were refused first. */
export function CommandResults({ results, cases, ...words }: Props) {
  const { t } = useTranslation();
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const done = results.filter(({ status }) => status === 200).length;
  const waiting = results.filter(({ status }) => status === 202).length;
  const refused = results.length - done - waiting;
  return (
    <Flex vertical gap="small">
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t('results.summary', { done, waiting, refused })}
      />
      <Table
        virtual
        size="small"
        rowKey="index"
        pagination={false}
        scroll={{ x: 460, y: 400 }}
        dataSource={results.toSorted((one, other) => other.status - one.status)}
        columns={[
          {
            title: t('results.case'),
            width: 150,
            render: (_value, one) => numbers.get(one.case) ?? one.case,
          },
          {
            title: t('results.result'),
            width: 310,
            render: (_value, { status, problem }) => {
              if (problem) return <RefusalText {...words} problem={problem} />;
              return t(status === 202 ? 'results.waiting' : 'results.done');
            },
          },
        ]}
      />
    </Flex>
  );
}
