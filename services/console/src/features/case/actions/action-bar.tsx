import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasRole, useSession } from '../../../session/session.js';
import { contactAddress } from '../../../shared/contact-address.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import type { Asked } from './command-drawer.js';
import { commandGroups, contactsOf, likelyNext } from './offered.js';
import { useOffered } from './use-offered.js';

const mostButtons = 4;

/** What can be done with the case, by one's rights and by its state: the likely things, and all the others. */
export function ActionBar({ of, onAsk }: { of: CaseView; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('casePage');
  const offered = useOffered(of);
  const likely = likelyNext(of).filter(offered).slice(0, mostButtons);
  const groups = commandGroups
    .map(({ name, commands: all }) => ({
      name,
      commands: all.filter((one) => offered(one) && !likely.includes(one)),
    }))
    .filter((group) => group.commands.length > 0);
  const navigate = useNavigate();
  const mayAsk = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  const contacts = mayAsk ? contactsOf(of) : [];
  const isFirst = (index: number) => index === 0 && contacts.length === 0;
  return (
    <Space wrap className="case-actions">
      {contacts.map((kind, index) => (
        <Button
          key={kind}
          type={index === 0 ? 'primary' : 'default'}
          onClick={() => void navigate(contactAddress({ kind, number: of.number, caseId: of.id }))}
        >
          {t(`actions.${kind}`)}
        </Button>
      ))}
      {likely.map((command, index) => (
        <Button
          key={command}
          type={isFirst(index) ? 'primary' : 'default'}
          onClick={() => onAsk({ command })}
        >
          {t(`commands.${command}`)}
        </Button>
      ))}
      {groups.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            className: 'case-menu',
            onClick: ({ key }) => onAsk({ command: key as CommandName }),
            items: groups.map(({ name, commands: all }) => ({
              key: `group ${name}`,
              type: 'group',
              label: t(`actions.groups.${name}`),
              children: all.map((command) => ({ key: command, label: t(`commands.${command}`) })),
            })),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('actions.more')}
          </Button>
        </Dropdown>
      )}
    </Space>
  );
}
