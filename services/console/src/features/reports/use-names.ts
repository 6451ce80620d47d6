import { useTranslation } from 'react-i18next';
import type { Change } from './figure-change.js';
import { percentIn } from './percent.js';
import { daysOfBucket } from './period.js';
import type { TimeUnit } from './period.js';
import type { Organisation } from './report-queries.js';
import { codeLists, isListed, isTree } from './report-state.js';
import type { Grouping, TreeDimension } from './report-state.js';
import { spanParts } from './time-words.js';
import type { reports } from './texts.en.js';

/** Of what is open or late, and so told in days. */
const ages = new Set(['secondsOldest', 'secondsMedianAge', 'secondsLate']);

type FigureName = keyof (typeof reports)['figure'];

export const nodesOf = (organisation: Organisation, dimension: TreeDimension) => {
  const lists = { unit: 'units', category: 'categories', product: 'products' } as const;
  return organisation[lists[dimension]];
};

/**
 * What things are called in the language of whoever looks on, and how numbers are written in it. A figure of `report`
 * may be called something else than another's of the same name: orders are late, clocks are overdue.
 */
export function useNames(organisation: Organisation, report?: string) {
  const { t, i18n } = useTranslation('reports');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const nodeName = (dimension: TreeDimension, code: string) => {
    if (code === '') return t(`group.none.${dimension}`);
    const node = nodesOf(organisation, dimension).find((one) => one.code === code);
    return node?.name[language] ?? code;
  };
  const groupName = (by: Grouping, group: string): string => {
    if (isTree(by)) return nodeName(by, group);
    if (by === 'owner') return group === '' ? t('group.none.owner') : group;
    if (isListed(by)) {
      if (codeLists[by].some((one) => one === group)) return t(`${by}.${group}` as 'tier.vip');
      return group === '' && (by === 'matter' || by === 'problemKind' || by === 'clock')
        ? t(`group.none.${by}`)
        : group;
    }
    return bucketName(by, group);
  };
  const bucketName = (by: TimeUnit, group: string): string => {
    const [year = '', rest = ''] = group.split('-');
    const part = Number(rest.replace(/\D/, ''));
    const { from } = daysOfBucket(group, by);
    if (by === 'week') return t('bucket.week', { year, part, from: from.slice(5) });
    if (by === 'quarter') return t('bucket.quarter', { year, part });
    return by === 'month' ? months.format(Date.parse(from)) : group;
  };
  const months = new Intl.DateTimeFormat(i18n.language, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(i18n.language);
  const amounts = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const;
  const signedNumbers = new Intl.NumberFormat(i18n.language, signed);
  const growth = new Intl.NumberFormat(i18n.language, { style: 'percent', ...signed });
  const points = new Intl.NumberFormat(i18n.language, signed);
  /** Seconds and money are written as such. */
  const amount = (name: string, value: number) =>
    name.startsWith('seconds') ? time(name, value) : amounts.format(value);
  const time = (name: string, seconds: number) => {
    const { unit, whole, rest } = spanParts(seconds, ages.has(name));
    return t(`span.${unit}`, { whole: numbers.format(whole), rest });
  };
  /** Of a round time the larger unit alone. */
  const tick = (name: string, value: number) => {
    const { unit, whole, rest } = spanParts(value, true);
    if (!name.startsWith('seconds') || rest > 0) return amount(name, value);
    return t(`span.only.${unit}`, { whole: numbers.format(whole) });
  };
  const figureName = (name: string) => {
    if (report === 'orders' && name === 'overdue') return t('ordersLate');
    // What two reports count apart is named apart.
    if (name === 'closed' && report === 'volume') return t('closedOrWithdrawn');
    if (name === 'closed' && report === 'satisfaction') return t('closedNotWithdrawn');
    const known = i18n.exists(`figure.${name}`, { ns: 'reports' });
    return known ? t(`figure.${name as FigureName}`) : name;
  };
  return {
    tick,
    text: ({ zh, en }: { zh: string; en: string }) => (language === 'en' ? en : zh),
    nodeName,
    groupName,
    stageName: (stage: string) =>
      i18n.exists(`stage.${stage}`, { ns: 'reports' }) ? t(`stage.${stage as 'listen'}`) : stage,
    statusName: (status: string) =>
      i18n.exists(`status.${status}`, { ns: 'reports' }) ? t(`status.${status as 'open'}`) : status,
    /** Of one figure, or of several with commas between. The server may count what this console has no word for yet. */
    figureName: (name: string) => name.split(',').map(figureName).join(t('list.comma')),
    /** What a figure counts, of those that need a sentence of their own. */
    meaning: (name: string) => {
      if (report === 'orders' && name === 'overdue') return undefined;
      const known = i18n.exists(`meaning.${name}`, { ns: 'reports' });
      return known ? t(`meaning.${name as 'met'}`) : undefined;
    },
    count: (value: number) => numbers.format(value),
    percent: percentIn(i18n.language),
    growth: (value: number) => growth.format(value),
    /** By how much it is more or less than it was. */
    difference: (name: string, value: number) => {
      if (!/^(?:seconds|cost)/.test(name)) return signedNumbers.format(value);
      const sign = value > 0 ? '+' : value < 0 ? '−' : '';
      return `${sign}${amount(name, Math.abs(value))}`;
    },
    points: (value: number, interval: Change['interval'] = null) => {
      const told = (part: number) => points.format(100 * part);
      const [low, high] = [told(interval?.low ?? 0), told(interval?.high ?? 0)];
      if (!interval) return t('change.points', { points: told(value) });
      return t('change.pointsWithin', { points: told(value), low, high });
    },
    amount,
    /** A count, or what is counted in seconds or money. */
    value: (name: string, value: number) =>
      /^(?:seconds|cost)/.test(name) ? amount(name, value) : numbers.format(value),
  };
}
export type Names = ReturnType<typeof useNames>;
