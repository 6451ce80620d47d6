import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from './organisation-tree.js';
import type { Organisation } from './report-queries.js';
import type { ReportState, TreeDimension } from './report-state.js';
import { nodesOf } from './use-names.js';
import type { Names } from './use-names.js';

/** Where in the organisation one has come to, with the way back up. */
export function TreePath(props: {
  dimension: TreeDimension;
  state: ReportState;
  organisation: Organisation;
  names: Names;
  addressWith: (change: Partial<ReportState>) => string;
  /** Absent: the one at the head of the screen. */
  place?: 'table';
}) {
  const { t } = useTranslation('reports');
  const { dimension, state, organisation, names, addressWith, place } = props;
  const at = state.filters[dimension];
  if (at === undefined) return null;
  const above = (code: string | undefined) =>
    addressWith({ filters: { ...state.filters, [dimension]: code }, list: undefined });
  const path = pathTo(nodesOf(organisation, dimension), at);
  return (
    <nav
      aria-label={t(place ? 'filter.pathOfTable' : 'filter.path', { of: t(`column.${dimension}`) })}
    >
      <Breadcrumb
        items={[
          { key: '', title: <Link to={above(undefined)}>{t(`filter.whole.${dimension}`)}</Link> },
          ...path.map((code) => {
            const name = names.nodeName(dimension, code);
            return { key: code, title: code === at ? name : <Link to={above(code)}>{name}</Link> };
          }),
        ]}
      />
    </nav>
  );
}
