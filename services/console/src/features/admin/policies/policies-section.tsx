import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { SectionFrame } from '../section-frame.js';
import { ChecksTab } from './checks-tab.js';
import { HistoryTab } from './history-tab.js';
import { PolicyEditor } from './policy-editor.js';
import { readPolicies } from './policy-requests.js';

const tabs = ['edit', 'history', 'checks'] as const;

/** Which clocks cases get and who is told: written, tried, published, compared and taken back. */
export function PoliciesSection() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const policies = useQuery({ queryKey: ['policies'], queryFn: readPolicies });
  const asked = tabs.find((tab) => tab === search.get('tab')) ?? 'edit';
  const open = (tab: string) => setSearch({ tab });
  return (
    <SectionFrame name="policies">
      <Loaded asked={policies}>
        {(known) => (
          <Tabs
            activeKey={asked}
            onChange={open}
            destroyOnHidden
            items={[
              {
                ...{ key: 'edit', label: t('policies.tabs.edit') },
                children: <PolicyEditor known={known} onPublished={() => open('history')} />,
              },
              {
                ...{ key: 'history', label: t('policies.tabs.history') },
                children: <HistoryTab known={known} onEdit={() => open('edit')} />,
              },
              { key: 'checks', label: t('policies.tabs.checks'), children: <ChecksTab /> },
            ]}
          />
        )}
      </Loaded>
    </SectionFrame>
  );
}
