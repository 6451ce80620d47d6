import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import type { AutoCompleteProps } from 'antd';
import { readOrganisation } from '../organisation/read-organisation.js';

interface Props extends Omit<AutoCompleteProps, 'options'> {
  /** False: nobody sees it yet, and agents are not asked for. */
  isShown?: boolean;
}

/** An agent of the organisation, chosen or typed: an account may come before the agent it stands for. */
export function AgentSelect({ isShown = true, ...props }: Props) {
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: readOrganisation,
    enabled: isShown,
  });
  return (
    <AutoComplete
      allowClear
      showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
      options={(organisation.data?.agents ?? [])
        .filter(({ active }) => active)
        .map(({ agentId, unit }) => ({ value: agentId, label: `${agentId} · ${unit}` }))}
      {...props}
    />
  );
}
