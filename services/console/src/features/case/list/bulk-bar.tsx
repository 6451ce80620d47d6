import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commands } from '../../../api/commands.js';
import { useSession } from '../../../session/session.js';
import { useMenuRoom } from '../../../shared/use-menu-room.js';
import type { CommandName } from '../words.js';
import { bulkCommands, bulkGroups } from './bulk-commands.js';
import { BulkDrawer } from './bulk-drawer.js';
import type { ListedCase } from './use-cases.js';

/** Who may command many cases at once, as the API has it. */
export const bulkRoles = ['supervisor', 'manager', 'admin'] as const;

interface Props {
  chosen: readonly ListedCase[];
  onChosen: (ids: readonly string[]) => void;
}

/** What can be done with the rows that were chosen. */
export function BulkBar({ chosen, onChosen }: Props) {
  const { t } = useTranslation('casePage');
  const { roles } = useSession();
  const { button, style, onOpenChange } = useMenuRoom();
  const [given, setGiven] = useState<{ command: CommandName; cases: readonly ListedCase[] }>();
  const mine = (group: (typeof bulkGroups)[number]) =>
    bulkCommands[group].filter((one) => commands[one].roles.some((role) => roles.includes(role)));
  return (
    <>
      {chosen.length > 0 && (
        <Flex gap="small" align="center">
          <span>{t('bulk.chosen', { count: chosen.length })}</span>
          <Dropdown
            trigger={['click']}
            onOpenChange={onOpenChange}
            menu={{
              className: 'case-menu',
              style,
              items: bulkGroups.map((group) => ({
                type: 'group',
                key: group,
                label: t(`bulk.groups.${group}`),
                children: mine(group).map((key) => ({ key, label: t(`commands.${key}`) })),
              })),
              // The rows as they were chosen: a list that is read anew does not change what is meant.
              onClick: ({ key }) => setGiven({ command: key as CommandName, cases: chosen }),
            }}
          >
            <Button
              ref={button}
              type="primary"
              size="small"
              icon={<DownOutlined />}
              iconPlacement="end"
            >
              {t('bulk.choose')}
            </Button>
          </Dropdown>
          <Button size="small" onClick={() => onChosen([])}>
            {t('bulk.none')}
          </Button>
        </Flex>
      )}
      {given && (
        <BulkDrawer
          {...given}
          onClose={() => {
            setGiven(undefined);
            onChosen([]);
          }}
        />
      )}
    </>
  );
}
