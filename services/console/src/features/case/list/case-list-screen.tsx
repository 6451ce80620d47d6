import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useStream } from '../../../api/use-stream.js';
import { hasRole, useSession } from '../../../session/session.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import { useThrottled } from '../../../shared/use-throttled.js';
import { caseEventTypes } from '../use-case-live.js';
import { BulkBar, bulkRoles } from './bulk-bar.js';
import { CaseTable } from './case-table.js';
import { useFoundColumns, useListColumns } from './list-columns.js';
import { ListFilters } from './list-filters.js';
import { foundIds, itemsOf, nextPageOf, useCases, useFound } from './use-cases.js';
import { useHeldRows } from './use-held-rows.js';
import { useListView } from './use-list-view.js';
import { ViewBar } from './view-bar.js';
import type { FoundComplaint, ListedCase } from './use-cases.js';
import '../case.css';

const atMostEveryMs = 1_500;
/** More pages than that are not read anew by themselves. */
const mostPages = 5;

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
  const held = useHeldRows(address.toString(), listed);
  const { rows, ids, choose, waiting } = held;
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
        {waiting > 0 &&
          (held.isChosen ? (
            <Button size="small" onClick={held.showNew}>
              {t('list.held', { count: waiting })}
            </Button>
          ) : (
            <Typography.Text type="secondary">
              {t('list.heldNow', { count: waiting })}
            </Typography.Text>
          ))}
        <BulkBar chosen={rows.filter(({ id }) => ids.includes(id))} onChosen={choose} />
        <Button type="text" onClick={() => void asked.refetch()} loading={asked.isRefetching}>
          {t('list.refresh')}
        </Button>
      </Flex>
      <div {...held.around}>
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
      </div>
    </Flex>
  );
}
