import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { workload } from './board-queries.js';
import { useOrganisation } from '../../shared/use-organisation.js';
import { usePersonName } from '../../shared/use-person-name.js';

/** Somebody of the organisation, with their unit and how many cases they have: those with the least come first. */
export function AgentSelect({ marksMe = false, ...props }: SelectProps & { marksMe?: boolean }) {
  const { t } = useTranslation('board');
  const { agents, unitName } = useOrganisation();
  const personName = usePersonName();
  const { agentId: me } = useSession();
  const { data } = useQuery(workload);
  const openOf = (agentId: string) =>
    data?.owners.find(({ owner }) => owner === agentId)?.open ?? 0;
  const options = [...agents]
    .sort((one, other) => openOf(one.agentId) - openOf(other.agentId))
    .map(({ agentId, unit }) => ({
      value: agentId,
      label: t('reassign.option', {
        agent:
          marksMe && agentId === me
            ? t('duty.me', { agent: personName(agentId) })
            : personName(agentId),
        unit: unitName(unit),
        n: openOf(agentId),
      }),
    }));
  return (
    <Select showSearch={{ optionFilterProp: ['label', 'value'] }} options={options} {...props} />
  );
}
