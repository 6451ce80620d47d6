import { useTranslation } from 'react-i18next';
import { zonedText } from '../../shared/zoned-text.js';
import { clockNameOf, ordinal } from './clock-name.js';
import type { ListedCase } from './report-queries.js';
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
  now: number | undefined,
): CaseColumn[] {
  const { t, i18n } = useTranslation('reports');
  const nth = i18n.language === 'en' ? ordinal : String;
  const minute = (instant: string) => zonedText(instant, zone).slice(0, 16);
  const clockName = (id: string) => {
    const known = clockNameOf(id);
    if (!known) return id;
    const { kind, stage, number } = known;
    const name = [t(`clock.${kind}`), stage && names.stageName(stage)].filter(Boolean).join(': ');
    return number === undefined ? name : t('list.numbered', { name, nth: nth(number) });
  };
  /** How long past its time it was stopped, or is by now; nothing where it is not. */
  const lateSeconds = ({ dueAt, stoppedAt, status }: ListedCase) => {
    // One that a complaint left behind at its end is late by nothing that anybody measured.
    if (stoppedAt === undefined && status !== 'open') return 0;
    const end = stoppedAt === undefined ? now : Date.parse(stoppedAt);
    if (dueAt === undefined || end === undefined) return 0;
    return Math.max(0, Math.floor((end - Date.parse(dueAt)) / 1_000));
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
  const due: CaseColumn[] = [
    {
      ...{ key: 'due', title: t('list.due'), width: 140 },
      of: ({ dueAt }) => dueAt ?? '',
      shows: ({ dueAt }) => (dueAt ? minute(dueAt) : ''),
    },
    {
      ...{ key: 'late', title: t('list.late'), width: 120 },
      of: (item) => {
        const late = lateSeconds(item);
        return late > 0 ? names.amount('secondsLate', late) : '';
      },
    },
  ];
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
    ...(items.some(({ clockId }) => clockId !== undefined) ? [clock, ...due] : []),
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
