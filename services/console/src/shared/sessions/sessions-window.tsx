import { Button, Flex, Modal, Popconfirm, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../instant.js';
import { Loaded } from '../loaded.js';
import { ProblemNotice } from '../problem-notice.js';
import { say } from '../say.js';
import { useAccountSessions, useEndSession } from './account-sessions.js';

interface Account {
  id: string;
  username: string;
}

/** Where somebody is signed in, to be ended there: oneself, or for administrators the account that it is `of`. */
export function SessionsWindow(props: {
  of?: Account;
  isOpen: boolean;
  onClose: () => void;
  onClosed?: () => void;
}) {
  const { t } = useTranslation('sessions');
  const { of, isOpen, onClose, onClosed } = props;
  return (
    <Modal
      open={isOpen}
      destroyOnHidden
      width={720}
      title={of ? t('titleOf', { username: of.username }) : t('title')}
      footer={null}
      onCancel={onClose}
      afterClose={onClosed}
    >
      <Sessions of={of} />
    </Modal>
  );
}

function Sessions({ of }: { of: Account | undefined }) {
  const { t } = useTranslation('sessions');
  const asked = useAccountSessions(of?.id);
  const ending = useEndSession(of?.id, (session) =>
    say('success', t(session === undefined ? 'allEnded' : 'ended')),
  );
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">{t(of ? 'helpOf' : 'help')}</Typography.Text>
      {ending.error && <ProblemNotice error={ending.error} />}
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
        {({ items }) => (
          <>
            <Table
              size="small"
              aria-label={of ? t('titleOf', { username: of.username }) : t('title')}
              rowKey="id"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={items}
              columns={[
                {
                  title: t('agent'),
                  render: (_, { agent, isThis }) => (
                    <Flex gap="small" align="center">
                      <span>{agent ?? t('unknown')}</span>
                      {isThis && <Tag>{t('isThis')}</Tag>}
                    </Flex>
                  ),
                },
                { title: t('begun'), render: (_, { beganAt }) => <Instant at={beganAt} /> },
                { title: t('used'), render: (_, { usedAt }) => <Instant at={usedAt} /> },
                {
                  title: t('actions'),
                  render: (_, { id, isThis }) =>
                    !isThis && (
                      <Popconfirm title={t('endSure')} onConfirm={() => ending.mutate(id)}>
                        <Button size="small">{t('end')}</Button>
                      </Popconfirm>
                    ),
                },
              ]}
            />
            {items.some(({ isThis }) => !isThis) && (
              <Popconfirm
                title={
                  isOther(of, items)
                    ? t('endAllSure', { username: of.username })
                    : t('endOthersSure')
                }
                onConfirm={() => ending.mutate(undefined)}
              >
                <Button danger loading={ending.isPending}>
                  {t(isOther(of, items) ? 'endAll' : 'endOthers')}
                </Button>
              </Popconfirm>
            )}
          </>
        )}
      </Loaded>
    </Flex>
  );
}

/** Administrators find themselves among the accounts too, where the session that asks stays. */
function isOther(of: Account | undefined, items: readonly { isThis: boolean }[]): of is Account {
  return of !== undefined && !items.some(({ isThis }) => isThis);
}
