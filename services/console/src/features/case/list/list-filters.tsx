import { Button, Checkbox, Flex, Input, Popover, Select } from 'antd';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Field } from '../../../shared/field.js';
import { onDemand } from '../../../shared/on-demand.js';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { Waiting } from '../../../shared/waiting.js';
import { FilterField } from './filter-field.js';
import { columnNames, narrowed, sortNames } from './list-address.js';
import type { ColumnName, FilterName, ListView, SortName } from './list-address.js';
import { MoreFilters } from './more-filters.js';
import { useFilterChoices } from './use-filter-choices.js';
import type { ChosenFilter } from './use-filter-choices.js';
import type { ViewChange } from './use-list-view.js';

const seldom: readonly ChosenFilter[] = ['severity', 'tier', 'product', 'channel', 'receivedDays'];
const behind: readonly FilterName[] = [...seldom, 'queue', 'receivedFrom', 'receivedTo'];

const SeldomFilters = onDemand(
  async () => (await import('./seldom-filters.js')).SeldomFilters,
  <Waiting />,
);

interface Props {
  view: ListView;
  onChange: (change: ViewChange) => void;
}

/** What of all cases is shown; all of it is in the address, to be sent to somebody or kept as a bookmark. */
export function ListFilters({ view, onChange }: Props) {
  const { t } = useTranslation('casePage');
  const { agentId } = useSession();
  const { filters, columns, sort, search } = view;
  const common = useTranslation();
  const field = useRef<InputRef>(null);
  useScreenKeys([{ key: '/', name: common.t('keys.search'), act: () => field.current?.focus() }]);
  const choices = useFilterChoices();
  const set = (name: FilterName, value: string | undefined) => {
    onChange((shown) => narrowed(shown, name, value));
  };
  const names = Object.keys(choices) as ChosenFilter[];
  const filter = (name: ChosenFilter) => (
    <FilterField
      key={name}
      name={name}
      choices={choices[name]}
      value={filters[name]}
      isDisabled={search !== ''}
      onChange={(value) => set(name, value)}
    />
  );
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
      {names.filter((name) => !seldom.includes(name)).map(filter)}
      <MoreFilters used={behind.filter((name) => filters[name]).length}>
        {seldom.map(filter)}
        <SeldomFilters filters={filters} isDisabled={search !== ''} onSet={set} />
      </MoreFilters>
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
            onClick={() => onChange(() => ({ filters: { owner: 'me', status: 'open' } }))}
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
