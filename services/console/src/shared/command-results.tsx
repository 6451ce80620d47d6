import { Alert, Flex, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from './refusal.js';
import { CaseStanding } from './case-standing.js';
import { RefusalText } from './refusal-text.js';
import type { RefusalWords } from './refusal-text.js';
import { inPages, useCasesOf } from './use-cases-of.js';
import type { CommandResult } from './use-command-many.js';

/** Other words for what was done than that it is. */
export interface ToldResults {
  summary: (counts: { done: number; refused: number }) => string;
  done: string;
}

interface Props extends Pick<RefusalWords, 'namesOf'> {
  results: readonly CommandResult[];
  /** With their numbers, as far as they are known. */
  cases: readonly { id: string; number?: string | undefined }[];
  told?: ToldResults;
  /** What happened to one of them meanwhile. */
  eventOf?: (change: Change, id: string) => ReactNode;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The ids of those that were done. */
const doneOf = (results: readonly CommandResult[]): string[] =>
  results
    .filter(({ status, case: id }) => status === 200 && uuid.test(id))
    .map(({ case: id }) => id);

/** What became of each of many cases that were given one command: those that were refused first. */
export function CommandResults({ results, cases, eventOf, told: said, ...words }: Props) {
  const { t } = useTranslation();
  const now = useCasesOf(inPages(doneOf(results)));
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
        title={said?.summary({ done, refused }) ?? t('results.summary', { done, waiting, refused })}
      />
      <Table
        virtual
        className="results-table"
        size="small"
        rowKey="index"
        pagination={false}
        scroll={{ x: 460, y: 400 }}
        dataSource={results.toSorted((one, other) => other.status - one.status)}
        columns={[
          {
            title: t('results.case'),
            width: 150,
            // Beside a long refusal it stays in sight for as long as any of that is.
            render: (_value, one) => (
              <span className="in-sight">{numbers.get(one.case) ?? one.case}</span>
            ),
          },
          {
            title: t('results.result'),
            width: 310,
            render: (_value, { case: id, status, problem }) => {
              const told = eventOf && { eventOf: (change: Change) => eventOf(change, id) };
              if (problem) return <RefusalText {...words} {...told} problem={problem} />;
              if (status === 202) return t('results.waiting');
              return (
                <>
                  {said?.done ?? t('results.done')}
                  {now.has(id) && (
                    <>
                      {' '}
                      {t('results.now')} <CaseStanding of={now.get(id)} />
                    </>
                  )}
                </>
              );
            },
          },
        ]}
      />
    </Flex>
  );
}
