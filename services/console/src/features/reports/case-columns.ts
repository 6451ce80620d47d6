import { useTranslation } from 'react-i18next';
import { zonedText } from '../../shared/zoned-text.js';
import type { ListedCase } from './report-queries.js';
import { clockKinds } from './report-state.js';
import type { Names } from './use-names.js';

/** What is told of each case of a list; `of` is what the file has, and the table unless `shows` is shorter. */
export interface CaseColumn {
  key: string;
  title: string;
  /** In the table; what has none is in the file alone. */
  width?: number;
  of: (item: ListedCase) => string;
  shows?: (item: ListedCase) => string;
}

/**
 * The columns behind the number of the case: what every case has, and what only some lists tell. Times are in the zone of
 * the report, whose days they are counted by.
 */
export function useCaseColumns(
  items: readonly ListedCase[],
  names: Names,
  zone: string,
): CaseColumn[] {
  const { t } = useTranslation('reports');
  const minute = (instant: string) => zonedText(instant, zone).slice(0, 16);
  const clockName = (id: string) => {
    const kind = clockKinds.find(
      (one) => id === one || id.startsWith(`${one}:`) || id.startsWith(`${one}#`),
    );
    return kind ? `${t(`clock.${kind}`)} (${id})` : id;
  };
  const slice = (name: 'unit' | 'category', width: number): CaseColumn => {
    const of = (item: ListedCase) => names.nodeName(name, item[name] ?? '');
    return { key: name, title: t(`column.${name}`), width, of };
  };
  const filed = (name: 'product' | 'channel' | 'severity' | 'tier' | 'owner'): CaseColumn => ({
    key: name,
    title: t(`column.${name}`),
    of: (item) => (item[name] ? names.groupName(name, item[name]) : ''),
  });
  const clock: CaseColumn = {
    ...{ key: 'clock', title: t('list.clock'), width: 170 },
    of: ({ clockId }) => clockId ?? '',
    shows: ({ clockId }) => (clockId ? clockName(clockId) : ''),
  };
  const churn: CaseColumn[] = [
    {
      ...{ key: 'level', title: t('list.level'), width: 100 },
      of: (item) => (item.churn ? names.figureName(item.churn.level) : ''),
    },
    {
      ...{ key: 'since', title: t('list.since'), width: 140 },
      of: (item) => item.churn?.since ?? '',
      shows: (item) => (item.churn ? minute(item.churn.since) : ''),
    },
    {
      ...{ key: 'reasons', title: t('list.reasons'), width: 240 },
      of: (item) =>
        item.churn?.factors.map((factor) => names.figureName(factor)).join(t('list.comma')) ?? '',
    },
  ];
  return [
    ...(items.some(({ clockId }) => clockId !== undefined) ? [clock] : []),
    ...(items.some((item) => item.churn !== undefined) ? churn : []),
    {
      ...{ key: 'received', title: t('list.received'), width: 140 },
      of: ({ receivedAt }) => receivedAt,
      shows: ({ receivedAt }) => minute(receivedAt),
    },
    {
      ...{ key: 'status', title: t('list.status'), width: 100 },
      of: ({ status }) => names.statusName(status),
    },
    ...[slice('category', 150), slice('unit', 150)],
    ...[filed('product'), filed('channel'), filed('severity'), filed('tier'), filed('owner')],
  ];
}
