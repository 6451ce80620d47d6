import { Button, Flex, Modal, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { Applications } from './applications.js';
import { DiffTable } from './diff-table.js';
import type { Policies } from './policy-requests.js';
import { RollBack } from './roll-back.js';
import { ViewVersion } from './view-version.js';

/** Every version that was ever published: seen, compared, edited on, or published again. */
export function HistoryTab({ known, onEdit }: { known: Policies; onEdit: () => void }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [compared, setCompared] = useState<[from: number, to: number]>();
  const [viewed, setViewed] = useState<number>();
  const current = Number(known.items[0]!['version']);
  return (
    <Flex vertical gap="large">
      <RowTable
        label={t('policies.tabs.history')}
        rows={known.versions}
        rowKey="version"
        columns={[
          {
            title: t('policies.history.version'),
            render: (_, { version }) => (
              <Space>
                <span className="steady">{version}</span>
                {version === current && <Tag color="green">{t('policies.inForce')}</Tag>}
              </Space>
            ),
          },
          {
            title: t('policies.history.name'),
            render: (_, { id, title }) => (title ? named(title) : id),
          },
          { title: t('policies.history.rules'), dataIndex: 'rules', align: 'end' },
          { title: t('policies.history.by'), dataIndex: 'publishedBy' },
          {
            title: t('policies.history.at'),
            render: (_, { publishedAt }) => <Instant at={publishedAt} />,
          },
          {
            title: t('policies.history.hash'),
            render: (_, { hash }) => <code title={hash}>{hash.slice(0, 12)}</code>,
          },
          {
            title: t('actions'),
            render: (_, { version }) => (
              <Space wrap>
                <Button size="small" onClick={() => setViewed(version)}>
                  {t('policies.history.view')}
                </Button>
                {version > 1 && (
                  <Button size="small" onClick={() => setCompared([version - 1, version])}>
                    {t('policies.history.whatChanged')}
                  </Button>
                )}
                {version !== current && (
                  <>
                    <Button size="small" onClick={() => setCompared([version, current])}>
                      {t('policies.history.compare')}
                    </Button>
                    <RollBack version={version} current={current} />
                  </>
                )}
              </Space>
            ),
          },
        ]}
      />
      <Applications known={known} current={current} />
      <Modal
        open={compared !== undefined}
        title={compared && t('policies.history.diffTitle', { from: compared[0], to: compared[1] })}
        footer={null}
        onCancel={() => setCompared(undefined)}
        width="min(1100px, 95vw)"
        destroyOnHidden
      >
        {compared && <DiffTable from={compared[0]} to={compared[1]} />}
      </Modal>
      <ViewVersion
        version={viewed}
        current={current}
        onClose={() => setViewed(undefined)}
        onEdit={onEdit}
      />
    </Flex>
  );
}
