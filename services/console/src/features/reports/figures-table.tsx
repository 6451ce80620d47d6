import { Table } from 'antd';
import type { TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { drillInto } from './drill.js';
import { AmountValue, ChangeMark, FigureLink, ShareValue } from './figure-values.js';
import type { Figures, ReportLine } from './figures.js';
import { isTree } from './report-state.js';
import type { ShownReport } from './shown-report.js';
import { nodesOf } from './use-names.js';

interface TableLine extends ReportLine {
  name: string;
  before: Figures | undefined;
}

/** Past so many lines only those on the screen are drawn. */
const manyLines = 60;

/** Every figure of every line; numbers lead to their cases, names to what is below them. */
export function FiguresTable({ shown }: { shown: ShownReport }) {
  const { t } = useTranslation('reports');
  const { dashboard, names, by, state, lines, before, organisation, comparison } = shown;
  const nodes = isTree(by) ? nodesOf(organisation, by) : undefined;
  const data = lines.map((line, at): TableLine => ({
    ...line,
    name: shown.lineName(line),
    before: before?.[at],
  }));
  const nameCell = (_: unknown, line: TableLine) => {
    const inside = drillInto(state, by, line, nodes);
    if (!inside) return line.name;
    const label = t('group.open', { name: line.name });
    return (
      <Link to={shown.addressWith({ ...inside, list: undefined })} aria-label={label}>
        {line.name}
      </Link>
    );
  };
  const change = (line: TableLine, name: string) => (
    <div>
      <ChangeMark now={line.figures} before={line.before} {...{ name, comparison, names }} />
    </div>
  );
  const numberWidth = comparison === 'none' ? 96 : 150;
  const columns: TableColumnType<TableLine>[] = [
    {
      key: 'group',
      title: t(`column.${by}`),
      fixed: 'left',
      width: 160,
      render: nameCell,
      rowScope: 'row',
    },
    ...dashboard.figures.map((name) => ({
      key: name,
      title: names.figureName(name),
      align: 'right' as const,
      width: numberWidth,
      render: (_: unknown, line: TableLine) => (
        <>
          <FigureLink
            figures={line.figures}
            group={line.name}
            to={shown.listAddress(name, line.row)}
            {...{ name, names }}
          />
          {change(line, name)}
        </>
      ),
    })),
    ...dashboard.shares.map((name) => ({
      key: name,
      title: names.figureName(name),
      width: 260,
      render: (_: unknown, line: TableLine) => (
        <>
          <ShareValue figures={line.figures} {...{ name, names }} />
          {change(line, name)}
        </>
      ),
    })),
    ...[...dashboard.amounts, ...dashboard.averages].map((name) => ({
      key: name,
      title: names.figureName(name),
      align: 'right' as const,
      width: numberWidth,
      render: (_: unknown, line: TableLine) => (
        <>
          <AmountValue figures={line.figures} {...{ name, names }} />
          {change(line, name)}
        </>
      ),
    })),
  ];
  const isLong = data.length > manyLines;
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);
  return (
    <div role="group" aria-label={t('table.caption', { title: shown.title, by: t(`by.${by}`) })}>
      <Table<TableLine>
        size="small"
        rowKey="row"
        columns={columns}
        dataSource={data}
        pagination={false}
        virtual={isLong}
        scroll={isLong ? { x: width, y: 600 } : { x: width }}
        locale={{ emptyText: t('table.empty') }}
      />
    </div>
  );
}
