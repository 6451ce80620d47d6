import { useTranslation } from 'react-i18next';
import { zonedText } from '../../shared/zoned-text.js';
import { clockNameOf, ordinal } from './clock-name.js';
import type { ListedCase } from './report-queries.js';
import type { Names } from './use-names.js';

/** What is told of each case of a list; `of` is what the file has, and the table unless `shows` is shorter. */
export interface CaseColumn {
  key: string;
  title: string;
  width: number;
  of: (item: ListedCase) => string;
  shows?: (item: ListedCase) => string;
  /** What it is sorted by, where that is another thing. */
  by?: (item: ListedCase) => number;
}

const inThousandths = (score: number) => String(Math.round(score * 1_000) / 1_000);

/** In the order of a column; what is a text as the language has it. */
export const inOrderOf =
  ({ by, of }: Pick<CaseColumn, 'by' | 'of'>, language: string) =>
  (one: ListedCase, other: ListedCase): number =>
    by ? by(one) - by(other) : of(one).localeCompare(of(other), language);

/**
 * The columns behind the number of the case: what every case has, and what only some lists tell. Times are in the zone of
 * the report, whose days they are counted by; `hasAge` is of what waits.
 */
export function useCaseColumns(
  items: readonly ListedCase[],
  names: Names,
  { zone, now, hasAge }: { zone: string; now: number | undefined; hasAge: boolean },
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
  const areTransfers = items.some(({ transfer }) => transfer !== undefined);
  const slice = (name: 'unit' | 'category', width: number): CaseColumn => {
    const of = (item: ListedCase) => names.nodeName(name, item[name] ?? '');
    const title = name === 'unit' && areTransfers ? t('list.unitNow') : t(`column.${name}`);
    return { key: name, title, width, of };
  };
  const filed = (
    name: 'product' | 'channel' | 'severity' | 'tier' | 'owner',
    width: number,
  ): CaseColumn => ({
    ...{ key: name, title: t(`column.${name}`), width },
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
      by: lateSeconds,
    },
  ];
  const scoreAtRise = ({ churn: known }: ListedCase) => known?.rise?.score ?? known?.score;
  /** The reasons are of the rise: of a level that fell since they came to more than its score. */
  const atRise: CaseColumn = {
    ...{ key: 'scoreAtRise', title: t('list.scoreAtRise'), width: 110 },
    of: (item) => {
      const score = scoreAtRise(item);
      return score === undefined ? '' : inThousandths(score);
    },
    by: (item) => scoreAtRise(item) ?? 0,
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
      ...{ key: 'score', title: t('list.score'), width: 110 },
      of: ({ churn: known }) => (known ? inThousandths(known.score) : ''),
      shows: ({ churn: known }) => {
        if (!known) return '';
        const score = inThousandths(known.score);
        return known.rise ? t('list.wornDown', { score, time: minute(known.rise.since) }) : score;
      },
      by: (item) => item.churn?.score ?? 0,
    },
    ...(items.some((item) => item.churn?.rise !== undefined) ? [atRise] : []),
    {
      ...{ key: 'reasons', title: t('list.reasons'), width: 280 },
      of: ({ churn: known }) => {
        const reasons = known?.factors.map((factor, at) => {
          const [reason, weight] = [names.figureName(factor), known.weights?.[at]];
          return weight === undefined ? reason : t('list.weighed', { reason, weight });
        });
        return reasons?.join(t('list.comma')) ?? '';
      },
    },
  ];
  const unitOf = (code: string | null | undefined) => (code ? names.nodeName('unit', code) : '');
  const transfers: CaseColumn[] = [
    {
      ...{ key: 'transferFrom', title: t('list.transferFrom'), width: 130 },
      of: ({ transfer }) => unitOf(transfer?.from),
    },
    {
      ...{ key: 'transferTo', title: t('list.transferTo'), width: 130 },
      of: ({ transfer }) => unitOf(transfer?.to),
    },
    {
      ...{ key: 'transferAt', title: t('list.transferAt'), width: 140 },
      of: ({ transfer }) => transfer?.at ?? '',
      shows: ({ transfer }) => (transfer ? minute(transfer.at) : ''),
    },
  ];
  const ageSeconds = ({ receivedAt }: ListedCase) =>
    now === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(receivedAt)) / 1_000));
  const age: CaseColumn = {
    ...{ key: 'age', title: t('list.age'), width: 120 },
    of: (item) => (now === undefined ? '' : names.amount('secondsOldest', ageSeconds(item))),
    by: ageSeconds,
  };
  return [
    ...(hasAge ? [age] : []),
    ...(areTransfers ? transfers : []),
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
    ...[filed('product', 120), filed('channel', 100), filed('severity', 90)],
    ...[filed('tier', 100), filed('owner', 110)],
  ];
}
