import { useTranslation } from 'react-i18next';
import { listDimensions, ownDimensions, treeDimensions } from './report-state.js';
import type { ReportState } from './report-state.js';
import type { Names } from './use-names.js';

const dimensions = [...treeDimensions, ...listDimensions, ...ownDimensions];

/** What was filtered by, in words; nothing where all was counted. */
export function useFilterWords() {
  const { t } = useTranslation('reports');
  return (
    { filters, clock }: Pick<ReportState, 'filters' | 'clock'>,
    names: Pick<Names, 'groupName'>,
  ): string =>
    [
      ...dimensions.flatMap((name) => {
        const codes = filters[name]?.split(',') ?? [];
        const told = codes.map((code) => names.groupName(name, code)).join(t('list.comma'));
        return told ? [`${t(`column.${name}`)}: ${told}`] : [];
      }),
      ...(clock ? [`${t('list.clock')}: ${t(`clock.${clock}`)}`] : []),
    ].join('; ');
}
