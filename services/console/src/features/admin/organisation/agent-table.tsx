import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RoleTags } from '../access/role-tags.js';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { RowActions } from './row-actions.js';
import type { Agent, Entry } from './read-organisation.js';

/** Agents with their unit; what they sign in with are the users. */
export function AgentTable(props: {
  agents: readonly Agent[];
  units: readonly Entry[];
  sought: string;
  onEdit: ((agent: Agent) => void) | undefined;
  onHistory: (code: string) => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { agents, units, sought, onEdit, onHistory } = props;
  const names = new Map(units.map(({ code, name }) => [code, named(name)]));
  const unitOf = (code: string) => names.get(code) ?? code;
  return (
    <RowTable<Agent>
      label={t('organisation.kinds.agents')}
      rows={agents.filter(({ agentId, unit }) =>
        `${agentId} ${unit} ${unitOf(unit)}`.toLowerCase().includes(sought),
      )}
      rowKey="agentId"
      columns={[
        {
          title: t('organisation.agent'),
          dataIndex: 'agentId',
          width: 180,
          sorter: (one, other) => one.agentId.localeCompare(other.agentId),
        },
        {
          title: t('organisation.unit'),
          width: 260,
          render: (_, { unit }) => unitOf(unit),
          sorter: (one, other) => unitOf(one.unit).localeCompare(unitOf(other.unit)),
        },
        {
          title: t('users.roles'),
          width: 260,
          render: (_, { roles }) => <RoleTags roles={roles} />,
        },
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
          render: (_, agent) => (
            <RowActions
              onEdit={onEdit && (() => onEdit(agent))}
              onHistory={() => onHistory(agent.agentId)}
            />
          ),
        },
      ]}
    />
  );
}
