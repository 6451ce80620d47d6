import { Table } from 'antd';
import type { TableProps } from 'antd';

/** Enough rows for the eye; more are drawn as they come into view. */
const virtualFrom = 100;
const height = 560;

/** A table that stays smooth at ten thousand rows, and is as high as its rows when they are few. */
export function RowTable<Row extends object>({
  rows,
  label,
  width = 900,
  count = rows.length,
  ...table
}: Omit<TableProps<Row>, 'dataSource' | 'virtual' | 'scroll' | 'pagination'> & {
  rows: readonly Row[];
  label: string;
  width?: number;
  /** Of a tree, all that it may come to show. */
  count?: number;
}) {
  const isLong = count > virtualFrom;
  return (
    <Table<Row>
      size="small"
      aria-label={label}
      dataSource={[...rows]}
      pagination={false}
      virtual={isLong}
      scroll={isLong ? { x: width, y: height } : { x: 'max-content' }}
      {...table}
    />
  );
}
