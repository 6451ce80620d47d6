import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { RowActions } from './row-actions.js';
import type { Entry } from './read-organisation.js';
import { treeOf } from './tree-of.js';

/** Units, categories or products as the tree they form; found ones as a list. */
export function EntryTable(props: {
  entries: readonly Entry[];
  label: string;
  sought: string;
  onEdit: ((entry: Entry) => void) | undefined;
  onHistory: (code: string) => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { entries, label, sought, onEdit, onHistory } = props;
  const found = ({ code, name }: Entry) =>
    `${code} ${name.zh} ${name.en}`.toLowerCase().includes(sought);
  const rows = sought === '' ? treeOf(entries) : entries.filter(found);
  return (
    <RowTable<Entry>
      label={label}
      rows={rows}
      count={entries.length}
      rowKey="code"
      expandable={{ defaultExpandAllRows: entries.length <= 100 }}
      columns={[
        { title: t('organisation.name'), render: (_, { name }) => named(name), width: 320 },
        { title: t('organisation.code'), dataIndex: 'code', width: 180 },
        {
          title: t('users.state'),
          width: 120,
          render: (_, { active }) =>
            active ? (
              <Tag color="green">{t('organisation.active')}</Tag>
            ) : (
              <Tag>{t('organisation.inactive')}</Tag>
            ),
        },
        {
          title: t('actions'),
          width: 200,
          render: (_, entry) => (
            <RowActions
              onEdit={onEdit && (() => onEdit(entry))}
              onHistory={() => onHistory(entry.code)}
            />
          ),
        },
      ]}
    />
  );
}
