import { Flex, Segmented, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Workload } from '../board-types.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { isOf } from './whose.js';
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
  const nameOf = (code: string | null) => {
    if (code === null) return by === 'owner' ? t('nobody') : t('noUnit');
    return by === 'owner' ? personName(code) : unitName(code);
  };
  const figure = (name: Exclude<keyof LoadRow, 'code'>, isAlarming = false) => ({
    key: name,
    title: <span className="board-figure">{t(`load.${name}`)}</span>,
    align: 'end' as const,
    width: 76,
    sorter: (one: LoadRow, other: LoadRow) => one[name] - other[name],
    render: (_: unknown, row: LoadRow) =>
      isAlarming && row[name] > 0 ? (
        <Typography.Text type="danger">{row[name]}</Typography.Text>
      ) : (
        row[name]
      ),
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
        scroll={{ x: 480, y: 320 }}
        locale={{ emptyText: t('load.none') }}
        dataSource={rows}
        columns={[
          {
            key: 'who',
            title: t('load.who'),
            ellipsis: true,
            render: (_, { code }) => (
              <button
                type="button"
                className="board-link"
                aria-label={t('load.filter', { who: nameOf(code) })}
                onClick={() => props.onWhose({ by, code })}
              >
                {nameOf(code)}
              </button>
            ),
          },
          {
            ...figure('open'),
            render: (_, { code, open }) => (
              <Link
                to={`/cases?${new URLSearchParams({ [by]: code ?? 'none', status: 'open' }).toString()}`}
                aria-label={t('load.cases', { n: open, who: nameOf(code) })}
              >
                {open}
              </Link>
            ),
          },
          figure('critical', true),
          figure('overdue', true),
          figure('due'),
          figure('paused'),
        ]}
      />
    </Flex>
  );
}
