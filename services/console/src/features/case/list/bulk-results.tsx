import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import type { CommandResult } from '../../../shared/use-command-many.js';
import type { Change } from '../actions/use-command.js';
import { useSentence } from '../timeline/use-sentence.js';
import type { ListedCase } from './use-cases.js';

/** What became of each case, those that were refused first. */
export function BulkResults(props: {
  results: readonly CommandResult[];
  cases: readonly ListedCase[];
}) {
  const { t } = useTranslation('casePage');
  const { results } = props;
  const refused = results.filter(({ problem }) => problem).length;
  const numbers = new Map(props.cases.map(({ id, number }) => [id, number]));
  return (
    <>
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t('bulk.result', { done: results.length - refused, refused })}
      />
      <Table
        virtual
        size="small"
        pagination={false}
        rowKey="index"
        scroll={{ x: 500, y: 480 }}
        dataSource={results.toSorted((one, other) => Number(!one.problem) - Number(!other.problem))}
        columns={[
          {
            title: t('bulk.case'),
            width: 160,
            render: (_value, one) => numbers.get(one.case) ?? one.case,
          },
          {
            title: t('bulk.outcome'),
            width: 340,
            render: (_value, { status, problem }) => {
              if (problem) return <Refusal problem={problem} />;
              return status === 202 ? t('bulk.waits') : t('bulk.done');
            },
          },
        ]}
      />
    </>
  );
}

/** Why one was refused, in the reader's language where there are words for it, and what others did meanwhile. */
function Refusal({ problem }: { problem: NonNullable<CommandResult['problem']> }) {
  const { t, i18n } = useTranslation();
  const sentenceOf = useSentence();
  const kind = problem.type.split(':').at(-1) ?? '';
  const isKnown = i18n.exists(`problem.kinds.${kind}`);
  const changes = (problem['changes'] ?? []) as readonly Change[];
  return (
    <>
      {isKnown && <div>{t(`problem.kinds.${kind as 'stale-version'}`)}</div>}
      {changes.length > 0 ? (
        <ul className="plain-list">
          {changes.map(({ sequence, at, actor, type }) => (
            <li key={sequence}>
              <Instant at={at} /> {actor} {sentenceOf({ type, data: {} }).text}
            </li>
          ))}
        </ul>
      ) : (
        <div>{String(problem['detail'] ?? problem.title)}</div>
      )}
    </>
  );
}
