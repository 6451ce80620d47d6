import { Empty, Table } from 'antd';
import type { TableColumnsType, TableRef } from 'antd';
import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { keepOrder } from '../../../shared/case-order.js';
import { CaseRow, CursorContext } from './case-row.js';
import { RowCursor } from './row-cursor.js';

/** What stands above and below the rows. */
const aroundPx = 300;
const nearEndPx = 600;
/** Of the boxes of rows: where only what is in sight is drawn, each column has a width. */
const boxPx = 40;

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

/** A table that is asked to scroll draws all of its rows anew, even where it has nothing to scroll. */
function isInSight(table: HTMLElement, id: string): boolean {
  const row = table.querySelector(`[data-row-key="${CSS.escape(id)}"]`);
  const frame = row?.closest('.ant-table-tbody-virtual-holder');
  if (!row || !frame) return false;
  const [own, all] = [row.getBoundingClientRect(), frame.getBoundingClientRect()];
  return own.top >= all.top && own.bottom <= all.bottom;
}

interface Props<T> {
  rows: readonly T[];
  columns: TableColumnsType<T>;
  idOf: (row: T) => string;
  isLoading: boolean;
  /** Nothing was answered yet, so that nothing is known to be missing either. */
  isUnknown: boolean;
  /** Absent when everything is shown. */
  onEnd?: (() => void) | undefined;
  /** The query of the next page, for whoever goes on from case to case. */
  more?: string | undefined;
  empty: string;
  /** Absent for those who choose no rows. */
  choosing?: { ids: readonly string[]; onChange: (ids: readonly string[]) => void } | undefined;
}

const components = { body: { row: CaseRow } };

/**
 * Rows of cases, however many: only those in sight are drawn. `j` and `k` go through them, `o` opens. Drawn anew when
 * what it is given changes, and not whenever a list is asked for again.
 */
export const CaseTable = memo(Rows) as typeof Rows;

function Rows<T extends object>({
  rows,
  columns,
  idOf,
  isLoading,
  isUnknown,
  onEnd,
  more,
  empty,
  choosing,
}: Props<T>) {
  const { t } = useTranslation('casePage');
  const navigate = useNavigate();
  const table = useRef<TableRef>(null);
  const height = useSyncExternalStore(subscribe, () => innerHeight);
  const [cursor] = useState(() => new RowCursor());
  const ids = rows.map(idOf);
  const go = (step: 1 | -1) => {
    const index = cursor.move(ids, step);
    const shown = table.current;
    if (index !== undefined && shown && !isInSight(shown.nativeElement, ids[index]!)) {
      shown.scrollTo({ index });
    }
  };
  const open = (id: string | undefined) => id !== undefined && void navigate(`/cases/${id}`);
  useScreenKeys([
    { key: 'j', name: t('keys.rowDown'), act: () => go(1) },
    { key: 'k', name: t('keys.rowUp'), act: () => go(-1) },
    { key: 'o', name: t('keys.open'), act: () => open(cursor.id) },
  ]);
  const order = ids.join(' ');
  const { search } = useLocation();
  useEffect(() => {
    keepOrder(order === '' ? [] : order.split(' '), search, more);
  }, [order, search, more]);
  const width = columns.reduce((sum, { width: one }) => sum + Number(one ?? 0), 0);
  return (
    <CursorContext value={cursor}>
      <Table<T>
        ref={table}
        virtual
        className="case-table"
        size="small"
        pagination={false}
        rowKey={idOf}
        columns={columns}
        dataSource={[...rows]}
        loading={isLoading}
        aria-label={t('list.title')}
        scroll={{ x: choosing ? width + boxPx : width, y: Math.max(240, height - aroundPx) }}
        locale={{ emptyText: isUnknown ? ' ' : <Empty description={empty} /> }}
        components={components}
        {...(choosing && {
          rowSelection: {
            columnWidth: boxPx,
            selectedRowKeys: [...choosing.ids],
            onChange: (keys: React.Key[]) => choosing.onChange(keys.map(String)),
          },
        })}
        onRow={(row) => ({
          // What is meant for the box of a row opens nothing.
          onClick: ({ target }) => {
            if (target instanceof Element && !target.closest('a, .ant-table-selection-column'))
              open(idOf(row));
          },
        })}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          if (scrollHeight - scrollTop - clientHeight < nearEndPx) onEnd?.();
        }}
      />
    </CursorContext>
  );
}
