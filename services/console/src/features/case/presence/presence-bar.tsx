import { EditOutlined, EyeOutlined } from '@ant-design/icons';
import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '../../../shared/use-person-name.js';
import type { Viewer } from './use-presence.js';

/** Who else is at the case; a place of its own, so that nothing moves when somebody comes. */
export function PresenceBar({ viewers }: { viewers: readonly Viewer[] }) {
  const { t } = useTranslation('casePage');
  const nameOf = usePersonName();
  return (
    <Flex gap="small" wrap role="status" className="case-presence">
      {viewers.map(({ username, agentId, doing }) => {
        const isWriting = doing === 'composing';
        const who = nameOf(agentId ?? username, username);
        return (
          <Tag
            key={username}
            color={isWriting ? 'warning' : 'default'}
            icon={isWriting ? <EditOutlined /> : <EyeOutlined />}
          >
            {isWriting ? t('presence.composing', { who }) : t('presence.viewing', { who })}
          </Tag>
        );
      })}
    </Flex>
  );
}
