import { Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CommandResult } from '../../../shared/use-command-many.js';
import type { NamedCase } from '../board-types.js';
import { RefusalText } from './refusal-text.js';

/** What became of each of many cases: those that were refused first. */
export function ResultsTable(props: {
  results: readonly CommandResult[];
  cases: readonly NamedCase[];
}) {
  const { t } = useTranslation('board');
  const { results, cases } = props;
  const numberOf = (id: string) => cases.find((one) => one.id === id)?.number ?? id;
  const done = results.filter(({ status }) => status === 200).length;
  const waiting = results.filter(({ status }) => status === 202).length;
  const refused = results.length - done - waiting;
  return (
    <Flex vertical gap="small">
      <Typography.Text role="status">
        {t('results.summary', { done, waiting, refused })}
      </Typography.Text>
      <Table
        size="small"
        rowKey="index"
        pagination={false}
        scroll={{ y: 360 }}
        dataSource={[...results].sort((one, other) => other.status - one.status)}
        columns={[
          { title: t('results.case'), width: 150, render: (_, one) => numberOf(one.case) },
          {
            title: t('results.result'),
            render: (_, { status, problem }) => {
              if (problem) return <RefusalText problem={problem} />;
              return t(status === 202 ? 'results.waiting' : 'results.done');
            },
          },
        ]}
      />
    </Flex>
  );
}
