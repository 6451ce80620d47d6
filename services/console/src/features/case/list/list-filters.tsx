import { Button, Checkbox, Flex, Input, Popover, Select } from 'antd';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Field } from '../../../shared/field.js';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { useOrganisation } from '../case-queries.js';
import { useWords } from '../words.js';
import { columnNames, sortNames } from './list-address.js';
import type { ColumnName, FilterName, ListView, SortName } from './list-address.js';
import type { ViewChange } from './use-list-view.js';

const statuses = ['open', 'paused', 'resolved', 'closed', 'withdrawn', 'merged'];
const stages = [
  'control',
  'listen',
  'establish',
  'apologise',
  'resolve',
  'callback',
  'survey',
  'closed',
];
const priorities = ['critical', 'high', 'normal', 'low'];
const reaches = ['basic', 'escalated', 'difficult', 'major'];

interface Props {
  view: ListView;
  onChange: (change: ViewChange) => void;
}

/** What of all cases is shown; all of it is in the address, to be sent to somebody or kept as a bookmark. */
export function ListFilters({ view, onChange }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { agentId } = useSession();
  const { data: organisation } = useOrganisation();
  const { filters, columns, sort, search } = view;
  const common = useTranslation();
  const field = useRef<InputRef>(null);
  useScreenKeys([{ key: '/', name: common.t('keys.search'), act: () => field.current?.focus() }]);
  const active = <T extends { active: boolean }>(all: readonly T[] | undefined) =>
    all?.filter((one) => one.active) ?? [];
  const options: Record<Exclude<FilterName, 'queue'>, { value: string; label: string }[]> = {
    status: statuses.map((value) => ({ value, label: words.code(value) })),
    stage: stages.map((value) => ({ value, label: words.code(value) })),
    priority: priorities.map((value) => ({ value, label: words.code(value) })),
    owner: active(organisation?.agents).map(({ agentId: value }) => ({
      value,
      label: words.agent(value),
    })),
    unit: active(organisation?.units).map(({ code }) => ({ value: code, label: words.unit(code) })),
    category: active(organisation?.categories).map(({ code }) => ({
      value: code,
      label: words.category(code),
    })),
    complaintTier: reaches.map((value) => ({ value, label: words.code(value, 'complaintTier') })),
    overdue: [
      { value: 'true', label: t('value.yes') },
      { value: 'false', label: t('value.no') },
    ],
  };
  const set = (name: FilterName, value: string | undefined) => {
    onChange((shown) => {
      const { [name]: _before, ...others } = shown.filters;
      return { filters: value ? { ...others, [name]: value } : others };
    });
  };
  return (
    <Flex gap="small" wrap align="end">
      <Field label={t('list.search')} id="case-search" className="case-slim case-wide">
        <Input.Search
          id="case-search"
          ref={field}
          key={search}
          allowClear
          defaultValue={search}
          placeholder={t('list.searchHint')}
          onSearch={(q) => onChange(() => ({ search: q.trim() }))}
        />
      </Field>
      {Object.entries(options).map(([name, choices]) => (
        <Field key={name} label={words.field(name)} id={`case-${name}`} className="case-slim">
          <Select
            id={`case-${name}`}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            disabled={search !== ''}
            placeholder={t('list.any')}
            value={filters[name as FilterName] ?? null}
            options={choices}
            onChange={(value) => set(name as FilterName, value ?? undefined)}
          />
        </Field>
      ))}
      <Field label={t('list.order')} id="case-order" className="case-slim">
        <Select<SortName>
          id="case-order"
          disabled={search !== ''}
          value={sort}
          options={sortNames.map((value) => ({ value, label: t(`list.orders.${value}`) }))}
          onChange={(value) => onChange(() => ({ sort: value }))}
        />
      </Field>
      {agentId && (
        <Field className="case-slim">
          <Button
            disabled={search !== ''}
            onClick={() => onChange(() => ({ filters: { owner: agentId, status: 'open' } }))}
          >
            {t('list.mine')}
          </Button>
        </Field>
      )}
      <Field className="case-slim">
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <Checkbox.Group
              className="case-columns"
              value={[...columns]}
              onChange={(chosen) => {
                onChange(() => ({ columns: chosen as ColumnName[] }));
              }}
              options={columnNames.map((value) => ({
                value,
                label: t(`list.columns.${value}`),
              }))}
            />
          }
        >
          <Button>{t('list.chooseColumns')}</Button>
        </Popover>
      </Field>
    </Flex>
  );
}
