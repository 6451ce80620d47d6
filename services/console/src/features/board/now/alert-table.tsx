import { Button, Empty, Flex, Table } from 'antd';
import type { TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { CauseTag, DueText, NextText } from '../../../shared/alerts/alert-cells.js';
import { Instant } from '../../../shared/instant.js';
import { onRowClick } from '../../../shared/row-click.js';
import { useLatest } from '../../../shared/use-latest.js';
import type { AlertView } from '../board-types.js';
import { TakeOnButton } from './take-on-button.js';
import { CriticalTag, NewInside, SnoozedTags, StormText, WhyText } from './alert-cells.js';
import { keyOf } from './alert-list.js';
import type { AlertListProps, AlertRow } from './alert-list.js';
import { alertsOf } from './group-alerts.js';
import { worstOf } from './rank-alerts.js';

/** Beyond it only what is in sight is drawn. */
const manyRows = 60;

interface ShownRow {
  key: string;
  row: AlertRow;
  children?: ShownRow[];
}

/** An alert that has not changed is the same row, whatever comes beside it. */
const singles = new WeakMap<AlertView, ShownRow>();
function singleOf(alert: AlertView): ShownRow {
  const known = singles.get(alert);
  if (known) return known;
  const row = { key: alert.id, row: { alert } };
  singles.set(alert, row);
  return row;
}

const shownOf = (row: AlertRow, insideOf: AlertListProps['insideOf']): ShownRow =>
  'alert' in row
    ? singleOf(row.alert)
    : { ...{ key: keyOf(row), row }, children: insideOf(row).shown.map(singleOf) };

/** The cells of a row that stands as it stood are not drawn again with one that comes: the next alert is sooner in sight. */
const shouldCellUpdate = (now: ShownRow, before: ShownRow) => now !== before || 'storm' in now.row;

/** Alerts as a table: a storm is a row that unfolds. It stands while there are none, so that the first is only a row more. */
export function AlertTable(props: AlertListProps) {
  const { t } = useTranslation('board');
  const { rows, unfolded, chosen, cursor } = props;
  const look = useLatest(props.onLook);
  const acknowledge = useLatest(props.onAcknowledge);
  const drawn =
    rows.length +
    rows.reduce((sum, row) => {
      return sum + (unfolded.has(keyOf(row)) ? alertsOf(row).length : 0);
    }, 0);
  const columns: TableColumnType<ShownRow>[] = [
    {
      key: 'cause',
      title: t('alerts.cause'),
      width: 148,
      render: (_, { row }) => (
        <>
          <CauseTag alert={worstOf(row)} />
          <div>
            <Instant at={worstOf(row).raisedAt} /> <CriticalTag row={row} />
          </div>
        </>
      ),
    },
    {
      key: 'why',
      title: t('alerts.why'),
      render: (_, { row, key }) =>
        'alert' in row ? (
          <>
            <LookButton alert={row.alert} onLook={look} /> <SnoozedTags row={row} />
            <div>
              <WhyText alert={row.alert} />
            </div>
          </>
        ) : (
          <Flex vertical gap={4} align="start">
            <StormText row={row} part={props.part} />
            <SnoozedTags row={row} />
            <div>
              {t('alerts.stormWorst')} <LookButton alert={worstOf(row)} onLook={look} />{' '}
              <WhyText alert={worstOf(row)} />
            </div>
            <Button
              size="small"
              type="primary"
              ghost
              aria-expanded={unfolded.has(key)}
              onClick={() => props.onUnfold(key)}
            >
              {unfolded.has(key)
                ? t('alerts.fold')
                : t('alerts.unfold', { n: row.storm.alerts.length })}
            </Button>
            {unfolded.has(key) && (
              <NewInside n={props.insideOf(row).waiting} onRelease={props.onRelease} />
            )}
          </Flex>
        ),
    },
    {
      key: 'due',
      title: t('alerts.due'),
      width: 140,
      className: 'board-wraps',
      render: (_, { row }) => <DueText alert={worstOf(row)} />,
    },
    {
      key: 'next',
      title: t('alerts.next'),
      width: 140,
      className: 'board-wraps',
      render: (_, { row }) => <NextText alert={worstOf(row)} />,
    },
    {
      key: 'actions',
      title: t('alerts.actions'),
      width: 124,
      render: (_, { row }) => <TakeOnButton row={row} onTake={acknowledge} isSmall />,
    },
  ];
  const keys = rows.flatMap((row) => {
    const ids = alertsOf(row).map(({ id }) => id);
    const isWhole = 'storm' in row && ids.every((id) => chosen.has(id));
    return [...(isWhole ? [keyOf(row)] : []), ...ids.filter((id) => chosen.has(id))];
  });
  return (
    <Table<ShownRow>
      size="small"
      columns={columns.map((column) => ({ ...column, shouldCellUpdate }))}
      dataSource={rows.map((row) => shownOf(row, props.insideOf))}
      pagination={false}
      locale={{ emptyText: <Empty description={t('alerts.none')} /> }}
      virtual={drawn > manyRows}
      scroll={{ x: 620, ...(drawn > manyRows && { y: 640 }) }}
      rowClassName={({ key, row }) =>
        `${key === cursor ? 'board-cursor' : ''} ${'alert' in row ? 'board-opens' : ''}`
      }
      onRow={({ row }) => ('alert' in row ? { onClick: onRowClick(() => look(row.alert)) } : {})}
      expandable={{
        expandedRowKeys: [...unfolded],
        onExpand: (_, { key }) => props.onUnfold(key),
        showExpandColumn: false,
        indentSize: 8,
      }}
      rowSelection={{
        // Without a width of its own it takes what a long list leaves over.
        columnWidth: 40,
        selectedRowKeys: keys,
        checkStrictly: false,
        onSelect: ({ row }, isChosen) =>
          props.onChoose(
            alertsOf(row).map(({ id }) => id),
            isChosen,
          ),
        onSelectAll: (isChosen) =>
          props.onChoose(
            rows.flatMap((row) => alertsOf(row).map(({ id }) => id)),
            isChosen,
          ),
      }}
    />
  );
}

function LookButton({ alert, onLook }: { alert: AlertView; onLook: (alert: AlertView) => void }) {
  return (
    <button type="button" className="board-link steady" onClick={() => onLook(alert)}>
      {alert.number}
    </button>
  );
}
