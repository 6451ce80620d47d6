import { RightOutlined } from '@ant-design/icons';
import { Table, Typography } from 'antd';
import type { TableColumnType } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { openedBy } from './behind-figure.js';
import { columnWidth } from './column-width.js';
import { drillInto } from './drill.js';
import { AmountValue, ChangeMark, FigureLink, PartOfTotal, ShareValue } from './figure-values.js';
import { canBeTooFew, countOf } from './figures.js';
import type { Figures, ReportLine } from './figures.js';
import { OverlapNote } from './overlap-note.js';
import { isTree } from './report-state.js';
import { sumBeyondTotal } from './row-overlap.js';
import { isComparedBeforeData, noDataBeforeOf } from './shown-report.js';
import type { ShownReport } from './shown-report.js';
import { orderOf, sortOf, sortedBy } from './sort-lines.js';
import { nodesOf } from './use-names.js';

interface TableLine extends ReportLine {
  name: string;
  before: Figures | undefined;
}

/** A column of a figure: the same in every line and in the total. */
interface FigureCell {
  name: string;
  width: number;
  align?: 'right';
  cell: (line: TableLine) => ReactNode;
}

/** Past so many lines only those on the screen are drawn. */
const manyLines = 60;

/** Every figure of every line; numbers lead to their cases, names to what is below them or to their cases. */
export function FiguresTable({ shown }: { shown: ShownReport }) {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const { dashboard, names, by, state, organisation, comparison } = shown;
  const nodes = isTree(by) ? nodesOf(organisation, by) : undefined;
  const { lines, before } = shown.sorted;
  const sort = sortOf(state.sort);
  const isBeforeData = isComparedBeforeData(shown);
  const isUnknown = noDataBeforeOf(shown) !== undefined;
  const data = lines.map((line, at): TableLine => ({
    ...line,
    name: shown.lineName(line),
    before: before?.[at],
  }));
  const total: TableLine = {
    ...{ row: '', group: '', figures: shown.totals },
    ...{ name: t('group.total'), before: shown.totalsBefore },
  };
  const { figures, shares, amounts, averages } = dashboard;
  const sumOf = (name: string) =>
    shown.overlaps ? sumBeyondTotal(lines, shown.totals, name) : undefined;
  const canRestOnTooLittle = shares.length > 0 || averages.some(canBeTooFew);
  const areSeveral = figures.some((name) => sumOf(name) !== undefined);
  // Beside a rate of the line a share of the column would be read as another rate of the line.
  const hasParts = shares.length === 0;
  const isCompared = comparison !== 'none';
  const countWidth = hasParts ? 140 : 100;
  // That there was no data is told in fewer words than a change.
  const widthOfChange = isCompared ? (isBeforeData ? 120 : 170) : 0;
  const leafCell = (line: TableLine) => {
    const opened = openedBy(dashboard, line.figures);
    if (opened === undefined) return line.name;
    const told = { figure: names.figureName(opened), group: line.name };
    const count = names.count(countOf(line.figures, opened) ?? 0);
    return (
      <Link
        to={shown.listAddress(opened, line.row)}
        aria-label={t('table.open', { ...told, count })}
      >
        {line.name}
      </Link>
    );
  };
  const nameCell = (_: unknown, line: TableLine) => {
    const inside = drillInto(state, by, line, nodes);
    // What has nothing below it has its cases.
    if (!inside) return leafCell(line);
    const label = t('group.open', { name: line.name });
    return (
      <Link to={shown.addressWith({ ...inside, list: undefined })} aria-label={label}>
        {line.name} <RightOutlined className="report-down" />
      </Link>
    );
  };
  const change = (line: TableLine, name: string) => (
    <div>
      <ChangeMark
        now={line.figures}
        before={line.before}
        {...{ name, comparison, names, isBeforeData }}
      />
    </div>
  );
  const inRows = (name: string) => {
    const sum = sumOf(name);
    if (sum === undefined) return null;
    return (
      <Typography.Text type="secondary" className="steady report-part">
        {t('table.inRows', { sum: names.count(sum) })}
      </Typography.Text>
    );
  };
  const countCell = (line: TableLine, name: string, to: string) => (
    <>
      <FigureLink figures={line.figures} group={line.name} {...{ name, names, to }} />
      {hasParts && line !== total && (
        <PartOfTotal figures={line.figures} totals={shown.totals} {...{ name, names }} />
      )}
      {line === total && inRows(name)}
      {change(line, name)}
    </>
  );
  // The total leads to the cases of all lines.
  const rowOf = (line: TableLine) => (line === total ? undefined : line.row);
  const opensOf = (line: TableLine) => ({
    ...{ dashboard, group: line.name },
    listTo: (figure: string) => shown.listAddress(figure, rowOf(line)),
  });
  const shareCell = (line: TableLine, name: string) => (
    <>
      <ShareValue figures={line.figures} {...{ name, names }} opens={opensOf(line)} />
      {change(line, name)}
    </>
  );
  const amountCell = (line: TableLine, name: string) => (
    <>
      <AmountValue figures={line.figures} {...{ name, names }} opens={opensOf(line)} />
      {change(line, name)}
    </>
  );
  const widthOf = (name: string, least: number) => {
    const amount = (line: TableLine) => names.value(name, countOf(line.figures, name) ?? 0);
    // An amount is read as one: it stays in one line.
    const values = [...data, total].map((line) => amount(line).replaceAll(' ', '.'));
    return columnWidth(names.figureName(name), shares.includes(name) ? [] : values, { least });
  };
  const counts = (listed: readonly string[]) =>
    listed.map((name): FigureCell => ({
      ...{ name, width: widthOf(name, Math.max(widthOfChange, countWidth)), align: 'right' },
      cell: (line) => countCell(line, name, shown.listAddress(name, rowOf(line))),
    }));
  const amountsOf = (listed: readonly string[]) =>
    listed.map((name): FigureCell => ({
      ...{ name, width: widthOf(name, Math.max(widthOfChange, 104)), align: 'right' },
      cell: (line) => amountCell(line, name),
    }));
  // After how many there are what is asked most: rates and averages, before what they are made of.
  const cells: FigureCell[] = [
    ...counts(figures.slice(0, 1)),
    ...shares.map((name) => ({
      ...{ name, width: widthOf(name, 220) },
      cell: (line: TableLine) => shareCell(line, name),
    })),
    ...amountsOf(averages),
    ...counts(figures.slice(1)),
    ...amountsOf(amounts),
  ];
  const columns: TableColumnType<TableLine>[] = [
    {
      key: 'group',
      title: t(`column.${by}`),
      fixed: 'left',
      width: columnWidth(
        t(`column.${by}`),
        data.map(({ name }) => name),
        // Names of lines are headings.
        { least: 160, isBold: true },
      ),
      render: nameCell,
      rowScope: 'row',
    },
    ...cells.map(({ name, cell, ...shape }) => ({
      ...{ key: name, title: names.figureName(name), ...shape },
      // Sorted before it comes here, as the address says.
      sorter: true,
      sortDirections: ['descend' as const, 'ascend' as const],
      sortOrder: orderOf(sort, name),
      render: (_: unknown, line: TableLine) => cell(line),
    })),
  ];
  const canGoDown = data.some((line) => drillInto(state, by, line, nodes) !== undefined);
  const sortBy = (sorter: SorterResult<TableLine>) =>
    void navigate(shown.addressWith({ sort: sortedBy(sorter) }));
  const isLong = data.length > manyLines;
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0);
  return (
    <div
      className="report-table"
      role="group"
      aria-label={t('table.caption', { title: shown.title, by: t(`by.${by}`) })}
    >
      <Typography.Text className="report-wide">{t('table.wide')}</Typography.Text>
      <Table<TableLine>
        size="small"
        rowKey="row"
        columns={columns}
        dataSource={data}
        pagination={false}
        virtual={isLong}
        scroll={isLong ? { x: width, y: 600 } : { x: width }}
        locale={{ emptyText: isUnknown ? t('share.none') : t('table.empty') }}
        onChange={(_page, _filters, sorter) => {
          if (!Array.isArray(sorter)) sortBy(sorter);
        }}
        summary={() =>
          data.length > 0 && (
            <Table.Summary fixed>
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>
                  <strong>{total.name}</strong>
                </Table.Summary.Cell>
                {cells.map(({ name, cell, align }, at) => (
                  <Table.Summary.Cell key={name} index={at + 1} align={align}>
                    {cell(total)}
                  </Table.Summary.Cell>
                ))}
              </Table.Summary.Row>
            </Table.Summary>
          )
        }
      />
      {areSeveral && <p>{t('table.overlaps')}</p>}
      {shares.map((share) => (
        <div key={share}>
          <OverlapNote shown={shown} share={share} />
        </div>
      ))}
      {figures.length > 0 && (
        <Typography.Text type="secondary">
          {[
            hasParts && t('table.ofTotal'),
            t('table.sorts'),
            canRestOnTooLittle && t('table.insufficientLast'),
            canGoDown && t('table.opens'),
            t(canGoDown ? 'table.leaves' : 'table.names'),
          ]
            .filter(Boolean)
            .join(' ')}
        </Typography.Text>
      )}
    </div>
  );
}
