import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStream } from '../../../api/use-stream.js';
import { hasRole, useSession } from '../../../session/session.js';
import { holdList } from '../../../shared/hold-list.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { inPages, useCasesOf } from '../../../shared/use-cases-of.js';
import { useThrottled } from '../../../shared/use-throttled.js';
import { caseEventTypes } from '../use-case-live.js';
import { BulkBar, bulkRoles } from './bulk-bar.js';
import { CaseTable } from './case-table.js';
import { useFoundColumns, useListColumns } from './list-columns.js';
import { ListFilters } from './list-filters.js';
import { newestRows, rowsToHold } from './newest-rows.js';
import { foundIds, itemsOf, nextPageOf, useCases, useFound } from './use-cases.js';
import { useListView } from './use-list-view.js';
import { ViewBar } from './view-bar.js';
import type { FoundComplaint, ListedCase } from './use-cases.js';
import '../case.css';

const atMostEveryMs = 1_500;
/** More pages than that are not read anew by themselves. */
const mostPages = 5;

const nothing: readonly string[] = [];
const caseId = ({ id }: ListedCase) => id;
const complaintId = (one: FoundComplaint) => one.complaintId;

/** All cases that one sees, by filters or by words. */
export function Screen() {
  const { t } = useTranslation('casePage');
  const client = useQueryClient();
  const [address] = useSearchParams();
  const { view, viewNow, saved, isSaved, isPending, error, change, openView } = useListView();
  const isSearch = view.search !== '';
  const cases = useCases(view, !isSearch && !isPending);
  const found = useFound(view.search);
  const asked = isSearch ? found : cases;
  const columns = useListColumns(view.columns);
  const foundColumns = useFoundColumns(useCasesOf(foundIds(found.data)));
  const isShort = (cases.data?.pages.length ?? 0) <= mostPages;
  const throttle = useThrottled(atMostEveryMs);
  const refresh = () => {
    if (isShort) throttle(() => client.invalidateQueries({ queryKey: ['cases'] }));
  };
  useStream('/api/v1/streams/cases', caseEventTypes, refresh, refresh);
  const listed = useMemo(() => itemsOf(cases.data), [cases.data]);
  const complaints = useMemo(() => itemsOf(found.data), [found.data]);
  const [chosen, setChosen] = useState<readonly string[]>(nothing);
  // Of one list only: another one starts with nothing held.
  const [hold, setHold] = useState<{ of: string; rows: readonly ListedCase[] }>();
  const of = address.toString();
  // What was chosen in another list is not shown, and nothing is done with it.
  const ids = hold?.of === of ? chosen : nothing;
  const isHeld = ids.length > 0 && hold !== undefined;
  // Those that no longer match are in no list that is read anew: they are read by themselves.
  const inList = useMemo(() => new Set(listed.map(caseId)), [listed]);
  const gone = isHeld ? hold.rows.map(caseId).filter((id) => !inList.has(id)) : nothing;
  const goneNow = useCasesOf(inPages(gone));
  if (isHeld) {
    const newest = newestRows(hold.rows, [...listed, ...goneNow.values()]);
    if (newest !== hold.rows) setHold({ of, rows: newest });
  }
  const { shown: rows, waiting } = useMemo(() => {
    if (!isHeld) return { shown: listed, waiting: 0 };
    // Whoever chose a row still means it when it no longer matches.
    const keys = hold.rows.map(caseId);
    return holdList(listed, caseId, { keys, newcomers: 'wait-above', seen: hold.rows });
  }, [isHeld, hold, listed]);
  const choose = useCallback(
    (now: readonly string[]) => {
      const held = isHeld ? rowsToHold(hold.rows, rows, now) : rows;
      if (!isHeld || held !== hold.rows) setHold({ of, rows: held });
      setChosen(now);
    },
    [isHeld, hold, of, rows],
  );
  const mayCommand = hasRole(useSession(), bulkRoles);
  const choosing = useMemo(
    () => (mayCommand ? { ids, onChange: choose } : undefined),
    [mayCommand, ids, choose],
  );
  const count = isSearch ? complaints.length : rows.length;
  const { fetchNextPage } = asked;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const common = {
    isLoading: asked.isPending,
    isUnknown: asked.data === undefined,
    onEnd: asked.hasNextPage && !asked.isFetchingNextPage ? more : undefined,
    empty: isSearch ? t('list.nothingFound') : t('list.none'),
  };
  return (
    <Flex vertical gap="small">
      <ScreenTitle title={t('list.title')} className="case-title" />
      <ViewBar view={view} viewNow={viewNow} saved={saved} isAsSaved={isSaved} onOpen={openView} />
      {error && <ProblemNotice error={error} words={{ 'not-found': t('views.missing') }} />}
      <ListFilters view={view} onChange={change} />
      {isSearch && <Alert type="info" showIcon title={t('list.searchesAll')} />}
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary" role="status">
          {asked.data === undefined
            ? asked.isPending && t('list.loading')
            : t(asked.hasNextPage ? 'list.countSoFar' : 'list.count', { count })}
        </Typography.Text>
        {waiting > 0 && (
          <Button size="small" onClick={() => setHold({ of, rows: listed })}>
            {t('list.held', { count: waiting })}
          </Button>
        )}
        <BulkBar chosen={rows.filter(({ id }) => ids.includes(id))} onChosen={choose} />
        <Button type="text" onClick={() => void asked.refetch()} loading={asked.isRefetching}>
          {t('list.refresh')}
        </Button>
      </Flex>
      {isSearch ? (
        <CaseTable {...common} rows={complaints} columns={foundColumns} idOf={complaintId} />
      ) : (
        <CaseTable
          {...common}
          rows={rows}
          columns={columns}
          idOf={caseId}
          choosing={choosing}
          more={nextPageOf(view, cases.data?.pages)}
        />
      )}
    </Flex>
  );
}
