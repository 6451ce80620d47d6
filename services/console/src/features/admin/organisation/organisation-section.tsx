import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { hasRole, useSession } from '../../../session/session.js';
import { Loaded } from '../../../shared/loaded.js';
import { onDemand } from '../../../shared/on-demand.js';
import { SectionFrame } from '../section-frame.js';
import { AgentForm } from './agent-form.js';
import { AgentTable } from './agent-table.js';
import { EntryForm } from './entry-form.js';
import { EntryTable } from './entry-table.js';
import type { ImportKind } from './importers.js';
import { readOrganisation } from './read-organisation.js';
import type { Agent, Entry } from './read-organisation.js';
import { UploadOrganisation } from './upload-organisation.js';

const HistoryDrawer = onDemand(async () => (await import('./history-drawer.js')).HistoryDrawer);
const ImportWindow = onDemand(async () => (await import('./import-window.js')).ImportWindow);

const kinds = ['units', 'agents', 'categories', 'products'] as const;
const imports = ['organisation', 'customers'] as const;

/** Units, agents, categories and products: what cases belong to. Nothing is deleted, for cases name it. */
export function OrganisationSection() {
  const { t } = useTranslation('admin');
  const canChange = hasRole(useSession(), ['admin']);
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('of')) ?? 'units';
  const [sought, setSought] = useState('');
  const [entry, setEntry] = useState<Partial<Entry>>();
  const [agent, setAgent] = useState<Partial<Agent>>();
  const [shown, setShown] = useState<string>();
  const [imported, setImported] = useState<ImportKind>();
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: readOrganisation });
  const add = () => (kind === 'agents' ? setAgent({}) : setEntry({}));
  return (
    <SectionFrame
      name="organisation"
      actions={
        canChange && (
          <>
            <UploadOrganisation />
            {imports.map((one) => (
              <Button key={one} onClick={() => setImported(one)}>
                {t(`organisation.import.${one}`)}
              </Button>
            ))}
            <Button type="primary" onClick={add}>
              {t(`organisation.add.${kind}`)}
            </Button>
          </>
        )
      }
    >
      <Loaded asked={organisation}>
        {(known) => (
          <>
            <Tabs
              activeKey={kind}
              onChange={(of) => setSearch({ of })}
              items={kinds.map((one) => ({
                key: one,
                label: t('organisation.tab', {
                  name: t(`organisation.kinds.${one}`),
                  count: known[one].length,
                }),
              }))}
            />
            <Input.Search
              allowClear
              aria-label={t('organisation.search')}
              placeholder={t('organisation.search')}
              style={{ maxWidth: 360 }}
              onChange={({ target }) => setSought(target.value.trim().toLowerCase())}
            />
            {kind === 'agents' ? (
              <AgentTable
                agents={known.agents}
                units={known.units}
                sought={sought}
                onEdit={canChange ? setAgent : undefined}
                onHistory={setShown}
              />
            ) : (
              <EntryTable
                key={kind}
                entries={known[kind]}
                label={t(`organisation.kinds.${kind}`)}
                sought={sought}
                onEdit={canChange ? setEntry : undefined}
                onHistory={setShown}
              />
            )}
            {kind !== 'agents' && (
              <EntryForm
                kind={kind}
                entry={entry}
                others={known[kind]}
                onClose={() => setEntry(undefined)}
              />
            )}
            <AgentForm agent={agent} units={known.units} onClose={() => setAgent(undefined)} />
            {shown !== undefined && (
              <HistoryDrawer
                defined={{ of: kind, code: shown }}
                organisation={known}
                onClose={() => setShown(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
      {imported && <ImportWindow kind={imported} onClose={() => setImported(undefined)} />}
    </SectionFrame>
  );
}
