import { Button, Flex, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TreeNode } from './organisation-tree.js';
import type { Organisation } from './report-queries.js';
import { clockKinds, codeLists, listDimensions, treeDimensions } from './report-state.js';
import type { ClockKind, OwnDimension, ReportState, StateChange } from './report-state.js';
import { nodesOf } from './use-names.js';
import type { Names } from './use-names.js';

/** Antd's tree of codes: one whose parent is unknown stands at the top. */
function treeOf(nodes: readonly TreeNode[], nameOf: (node: TreeNode) => string) {
  const known = new Set(nodes.map(({ code }) => code));
  return nodes.map((node) => ({
    id: node.code,
    pId: node.parent && known.has(node.parent) ? node.parent : 0,
    value: node.code,
    title: nameOf(node),
  }));
}

/** Which cases are counted: those below a unit, a category, a product; or what a list names. */
export function FilterBar(props: {
  state: ReportState;
  organisation: Organisation;
  names: Names;
  takesClock: boolean;
  own?: readonly OwnDimension[];
  change: (change: StateChange) => void;
}) {
  const { t } = useTranslation('reports');
  const { state, organisation, names, takesClock, own = [], change } = props;
  const { filters, clock } = state;
  const filter = (name: keyof typeof filters, value: string | undefined) =>
    change((shown) => ({ filters: { ...shown.filters, [name]: value } }));
  const values = {
    ...codeLists,
    owner: organisation.agents.map(({ agentId }) => agentId),
  };
  const isFiltered = Object.values(filters).some(Boolean) || (takesClock && clock !== undefined);
  return (
    <Flex gap="small" wrap role="group" aria-label={t('filter.label')}>
      {treeDimensions.map((name) => (
        <TreeSelect
          key={name}
          aria-label={t(`column.${name}`)}
          placeholder={t(`filter.${name}`)}
          treeDataSimpleMode
          treeDefaultExpandAll
          treeNodeFilterProp="title"
          showSearch
          allowClear
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
          // Of nothing it would show what was chosen last, whatever is counted.
          value={filters[name] ?? null}
          treeData={treeOf(nodesOf(organisation, name), (node) => names.text(node.name))}
          onChange={(value: string | null | undefined) => filter(name, value ?? undefined)}
        />
      ))}
      {[...listDimensions, ...own].map((name) => (
        <Select<string[]>
          key={name}
          mode="multiple"
          aria-label={t(`column.${name}`)}
          placeholder={t(`filter.${name}`)}
          maxTagCount="responsive"
          allowClear
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
          value={filters[name]?.split(',') ?? []}
          options={values[name].map((value: string) => ({
            value,
            label: names.groupName(name, value),
          }))}
          onChange={(chosen) => filter(name, chosen.length > 0 ? chosen.join(',') : undefined)}
        />
      ))}
      {takesClock && (
        <Select<ClockKind>
          aria-label={t('list.clock')}
          placeholder={t('filter.clock')}
          allowClear
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
          value={clock ?? null}
          options={clockKinds.map((value) => ({ value, label: t(`clock.${value}`) }))}
          onChange={(value: ClockKind | undefined) => change({ clock: value })}
        />
      )}
      {isFiltered && (
        <Button type="link" onClick={() => change({ filters: {}, clock: undefined })}>
          {t('filter.clear')}
        </Button>
      )}
    </Flex>
  );
}
