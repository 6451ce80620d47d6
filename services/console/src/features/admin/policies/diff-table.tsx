import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Loaded } from '../../../shared/loaded.js';
import { RowTable } from '../row-table.js';
import { toText } from './policy-text.js';

const colours = { added: 'green', removed: 'red', replaced: 'orange' } as const;

/** What one version changed against another, part by part. */
export function DiffTable({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('admin');
  const path = { version: String(from), other: String(to) };
  const diff = useQuery({
    queryKey: ['policies', 'diff', from, to],
    queryFn: () => bodyOf(api.GET('/api/v1/policies/{version}/diff/{other}', { params: { path } })),
    // Published versions never change.
    staleTime: Infinity,
  });
  return (
    <Loaded
      asked={diff}
      isEmpty={({ changes }) => changes.length === 0}
      empty={t('policies.history.same')}
    >
      {({ changes }) => (
        <RowTable
          label={t('policies.history.diffTitle', { from, to })}
          rows={changes}
          rowKey="path"
          columns={[
            { title: t('policies.history.path'), dataIndex: 'path', width: '25%' },
            {
              title: t('policies.history.change'),
              render: (_, { change }) => (
                <Tag color={colours[change]}>{t(`policies.history.${change}`)}</Tag>
              ),
            },
            {
              title: t('policies.history.before', { from }),
              width: '30%',
              render: (_, { before }) => <code className="wrapped">{partOf(before)}</code>,
            },
            {
              title: t('policies.history.after', { to }),
              width: '30%',
              render: (_, { after }) => <code className="wrapped">{partOf(after)}</code>,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

const partOf = (value: unknown) =>
  value === undefined || value === null ? '' : toText(value).trimEnd();
