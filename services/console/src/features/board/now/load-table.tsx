import { Button, Flex, Segmented, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Workload } from '../board-types.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { isOf, listOf } from './whose.js';
import type { Whose } from './whose.js';
import { usePersonName } from '../../../shared/use-person-name.js';

interface LoadRow {
  code: string | null;
  open: number;
  paused: number;
  critical: number;
  overdue: number;
  due: number;
}

type Figure = Exclude<keyof LoadRow, 'code'>;
const figures: readonly Figure[] = ['open', 'critical', 'overdue', 'due', 'paused'];
const alarming: readonly Figure[] = ['critical', 'overdue'];

/** How much every agent or unit has, what of it is late, and what soon will be. */
export function LoadTable(props: {
  of: Workload;
  whose: Whose | undefined;
  onWhose: (whose: Whose | undefined) => void;
}) {
  const { t } = useTranslation('board');
  const { unitName } = useOrganisation();
  const personName = usePersonName();
  const [by, setBy] = useState<Whose['by']>('owner');
  const { owners, units, due } = props.of;
  const dueOf = (code: string | null) =>
    new Set(due.filter((clock) => isOf(clock, { by, code })).map(({ caseId }) => caseId)).size;
  const rows: LoadRow[] =
    by === 'owner'
      ? owners.map(({ owner, ...load }) => ({ ...load, code: owner, due: dueOf(owner) }))
      : units.map(({ unit, ...load }) => ({ ...load, code: unit, due: dueOf(unit) }));
  // Not somebody among others, and far more than anybody has: it would lead every order.
  const without = rows.find(({ code }) => code === null);
  const none = by === 'owner' ? 'load.noneOwned' : 'load.noneOfUnit';
  const nameOf = (code: string | null) => {
    if (code === null) return t(by === 'owner' ? 'load.withoutOwner' : 'load.withoutUnit');
    return by === 'owner' ? personName(code) : unitName(code);
  };
  const whoCell = ({ code, due: count }: LoadRow) => (
    <div className="board-load-who">
      <Link to={listOf({ by, code })} aria-label={t('load.casesOf', { who: nameOf(code) })}>
        {nameOf(code)}
      </Link>
      {count > 0 && (
        <div>
          <Button
            type="link"
            size="small"
            aria-label={t(code === null ? 'load.filterNone' : 'load.filter', {
              who: nameOf(code),
            })}
            onClick={() => props.onWhose({ by, code })}
          >
            {t(code === null ? 'load.onlyNone' : 'load.only')}
          </Button>
        </div>
      )}
    </div>
  );
  const openCell = ({ code, open }: LoadRow) => (
    <Link to={listOf({ by, code })} aria-label={t('load.cases', { n: open, who: nameOf(code) })}>
      {open}
    </Link>
  );
  const figureCell = (row: LoadRow, name: Figure) =>
    alarming.includes(name) && row[name] > 0 ? (
      <Typography.Text type="danger">{row[name]}</Typography.Text>
    ) : (
      row[name]
    );
  const figure = (name: Figure) => ({
    key: name,
    title: <span className="board-figure">{t(`load.${name}`)}</span>,
    align: 'end' as const,
    width: 76,
    sorter: (one: LoadRow, other: LoadRow) => one[name] - other[name],
    render: (_: unknown, row: LoadRow) => (name === 'open' ? openCell(row) : figureCell(row, name)),
  });
  return (
    <Flex vertical gap="small">
      <Segmented<Whose['by']>
        className="board-choice"
        aria-label={t('load.by')}
        options={[
          { value: 'owner', label: t('load.owners') },
          { value: 'unit', label: t('load.units') },
        ]}
        value={by}
        onChange={setBy}
      />
      <Typography.Text type="secondary">{t('load.basis')}</Typography.Text>
      <Table<LoadRow>
        size="small"
        className="board-load"
        rowKey={({ code }) => code ?? ''}
        pagination={false}
        scroll={{ x: 480, y: 440 }}
        locale={{ emptyText: t((without?.open ?? 0) > 0 ? none : 'load.none') }}
        dataSource={rows.filter(({ code }) => code !== null)}
        columns={[
          {
            key: 'who',
            title: t('load.who'),
            ellipsis: true,
            render: (_, row) => whoCell(row),
          },
          ...figures.map(figure),
        ]}
        summary={() =>
          without && (
            <Table.Summary fixed="top">
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>{whoCell(without)}</Table.Summary.Cell>
                {figures.map((name, index) => (
                  <Table.Summary.Cell key={name} index={index + 1} align="end">
                    {name === 'open' ? openCell(without) : figureCell(without, name)}
                  </Table.Summary.Cell>
                ))}
              </Table.Summary.Row>
            </Table.Summary>
          )
        }
      />
    </Flex>
  );
}
