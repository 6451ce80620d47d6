import { Alert, Button, Drawer, Flex, Progress, Table, Typography } from 'antd';
import { useInfiniteQuery, useIsFetching } from '@tanstack/react-query';
import { DownloadOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasRole, useSession } from '../../session/session.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { say } from '../../shared/say.js';
import { serverTime } from '../../shared/server-time.js';
import { inOrderOf, useCaseColumns } from './case-columns.js';
import type { CaseColumn } from './case-columns.js';
import { columnWidth } from './column-width.js';
import { toCsv } from '../../shared/csv.js';
import { download } from '../../shared/download.js';
import { fileName } from './file-name.js';
import { useHeld } from './hold-still.js';
import { casesIn, keyOf } from './list-count.js';
import { moveOf, standingOfList } from './list-standing.js';
import { spanName } from './period.js';
import { readCases } from './report-queries.js';
import type { ListedCase, ReportParameters } from './report-queries.js';
import { orderOf, sortOf, sortedBy } from './sort-lines.js';
import { useAgain } from './use-again.js';
import { useRefresh } from './use-refresh.js';
import type { Names } from './use-names.js';

interface Listed extends ReportParameters {
  figure: string;
  group?: string;
}

const pageSize = 1_000;
const numberWidth = 150;
/** Widths go by so many lines: those of thousands are not all measured. */
const measured = 300;
const fittingWidth = ({ title, width, of, shows = of }: CaseColumn, items: readonly ListedCase[]) =>
  columnWidth(title, items.slice(0, measured).map(shows), { least: width, most: 240 });
const byReceipt = (one: ListedCase, other: ListedCase) =>
  Date.parse(one.receivedAt) - Date.parse(other.receivedAt);
/** So many pages are read by themselves; a longer list goes on when somebody asks. */
const ownPages = 10;

/** The cases behind a number, as many as it says; each leads to its page for those who may open it. */
export function CaseList(props: {
  report: string;
  query: Listed;
  title: string;
  /** What the report says; undefined where the report is still read. */
  count: number | undefined;
  /** When the report was read, epoch milliseconds of this machine, as of the list. */
  countedAt: number;
  names: Names;
  /** By which column, as the address says it; absent: as it was read. */
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('reports');
  const { report, query, title, count, countedAt, names, sort, onSort, onClose } = props;
  const sorted = sortOf(sort);
  const canOpen = hasRole(useSession(), ['supervisor', 'manager', 'admin']);
  const { now: refresh } = useRefresh();
  const isHeld = useHeld();
  // As of the last drawing: who watches every second draws thousands of lines.
  const now = serverTime();
  const { data, dataUpdatedAt, error, refetch, hasNextPage, isFetching, fetchNextPage } =
    useInfiniteQuery({
      queryKey: ['report-cases', report, query],
      queryFn: ({ pageParam }) =>
        readCases(report, { ...query, limit: pageSize, cursor: pageParam }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      // A list stays as it was opened, and is read anew when it is opened again; whether the report has moved is said
      // beside it.
      staleTime: Infinity,
      gcTime: 0,
    });
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < ownPages) void fetchNextPage();
  }, [hasNextPage, isFetching, pages, fetchNextPage]);
  const isWhole = data !== undefined && !hasNextPage;
  const isOfNow = report === 'backlog';
  const read = data?.pages.flatMap((page) => page.items) ?? [];
  // Of what waits the oldest comes first, once it is known which that is.
  const items = isOfNow && isWhole ? [...read].sort(byReceipt) : read;
  const lines = items.map((item) => ({ ...item, key: keyOf(item) }));
  const columns = useCaseColumns(items, names, { zone: query.tz, now, hasAge: isOfNow }).map(
    (column) => ({ ...column, width: fittingWidth(column, items) }),
  );
  const counted = isWhole ? casesIn(items) : undefined;
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const save = () => {
    const head = [t('list.number'), ...columns.map(({ title }) => title)];
    const rows = items.map((item) => [item.number, ...columns.map(({ of }) => of(item))]);
    const { figure, from: _from, to: _to, ...asked } = query;
    const readAt = dayjs(dataUpdatedAt).format('YYYY-MM-DD HH.mm.ss');
    const name = fileName([report, figure, spanName(query)], { read: readAt, ...asked });
    download(name, toCsv([head, ...rows]));
    say('success', t('saved', { name }));
  };
  const readBoth = useCallback(() => {
    refresh();
    void refetch();
  }, [refresh, refetch]);
  const isCounting = useIsFetching({ queryKey: ['report', report] }) > 0;
  const hidden = data?.pages.reduce((sum, page) => sum + page.hidden, 0) ?? 0;
  const listed = items.length + hidden;
  // What the figure was when the list was read; by now it may be another.
  const total = data?.pages[0]?.total;
  const expected = count ?? total;
  const standing = standingOfList({ isWhole, isFetching, listed, count, total });
  const hasMoved = standing === 'moved';
  const move = moveOf(
    { listed, count: expected ?? listed },
    { listedAt: dataUpdatedAt, countedAt, isHeld },
  );
  // What is held still is not read again by itself: the list stays newer than it.
  const isReadAgain = useAgain(hasMoved && !isCounting && !isHeld, readBoth) && !isHeld;
  const clock = (at: number) => dayjs(at).format('HH:mm:ss');
  const told = {
    ...{ shown: names.count(listed), count: names.count(expected ?? 0) },
    ...{ time: clock(dataUpdatedAt), at: clock(countedAt) },
    step: names.difference('cases', move.step),
  };
  const countedIn = ({ rows, cases }: { rows: number; cases: number }) => ({
    rows: names.count(rows),
    cases: names.count(cases),
  });
  return (
    <Drawer
      open
      size={`min(${width + 80}px, 96vw)`}
      title={title}
      onClose={onClose}
      closable={{ 'aria-label': t('list.close') }}
      extra={
        <Button icon={<DownloadOutlined />} onClick={save} disabled={!isWhole}>
          {t('list.export')}
        </Button>
      }
    >
      <Flex vertical gap="small">
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        <div role="status">
          {!isWhole && expected !== undefined && (
            <Progress percent={Math.floor((100 * listed) / Math.max(1, expected))} />
          )}
          {standing === 'loading' && t('list.loading', told)}
          {standing === 'part' && t('list.part', told)}
          {standing === 'equal' && <span className="steady">{t('list.equal', told)}</span>}
          {counted && <div>{t(`list.counted.${counted.of}`, countedIn(counted))}</div>}
          {(standing === 'again' || (hasMoved && isReadAgain)) && t('list.again')}
          {hasMoved && !isReadAgain && (
            <Alert
              type="info"
              showIcon
              title={t(`list.${move.text}`, told)}
              action={<Button onClick={readBoth}>{t('list.refresh')}</Button>}
            />
          )}
        </div>
        {hidden > 0 && (
          <Typography.Text type="secondary">
            {t('list.hidden', { hidden: names.count(hidden) })}
          </Typography.Text>
        )}
        {data !== undefined && !hasMoved && (
          <Typography.Text type="secondary" className="steady">
            {t(isHeld && dataUpdatedAt >= countedAt ? 'list.readLater' : 'list.asOf', told)}
          </Typography.Text>
        )}
        {items.some(({ churn }) => churn !== undefined) && (
          <Typography.Text type="secondary">{t('list.scale')}</Typography.Text>
        )}
        {!canOpen && <Typography.Text type="secondary">{t('list.noRights')}</Typography.Text>}
        <div className="report-table">
          <Table
            size="small"
            virtual
            // Without a link in it a row is where the keyboard gets hold of the list.
            onRow={() => (canOpen ? {} : { tabIndex: 0 })}
            scroll={{ x: width, y: 600 }}
            pagination={false}
            loading={data === undefined && !error}
            dataSource={lines}
            onChange={(_page, _filters, sorter) => {
              if (!Array.isArray(sorter)) onSort(sortedBy(sorter));
            }}
            columns={[
              {
                key: 'number',
                title: t('list.number'),
                width: numberWidth,
                fixed: 'left',
                render: (_, { number }) =>
                  canOpen ? <Link to={`/cases/${number}`}>{number}</Link> : number,
              },
              ...columns.map(({ key, title, width, of, by, shows = of }) => ({
                ...{ key, title, width },
                // What is not read yet has no place among the others.
                ...(isWhole && {
                  sorter: inOrderOf({ of, by }, i18n.language),
                  sortOrder: orderOf(sorted, key),
                }),
                render: (_: unknown, line: ListedCase) => shows(line),
              })),
            ]}
          />
          <Typography.Text type="secondary" className="report-wide">
            {t('table.wide')}
          </Typography.Text>
        </div>
        {hasNextPage && pages >= ownPages && (
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </Flex>
    </Drawer>
  );
}
