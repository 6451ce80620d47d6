import { DatePicker, Flex, Select, Tooltip, Typography } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisons, lastDayOf, periods, spanOf } from './period.js';
import type { Comparison, Period, Span } from './period.js';
import type { Grouping, ReportState } from './report-state.js';
import { listDimensions, timeUnits, treeDimensions } from './report-state.js';

const groupings: readonly Grouping[] = [...timeUnits, ...treeDimensions, ...listDimensions];
const date = 'YYYY-MM-DD';

/** Which days are counted, by what they are grouped, and what they are compared with. */
export function PeriodBar(props: {
  state: ReportState;
  span: Span;
  compared: Span | undefined;
  today: string;
  by: Grouping;
  isOfNow: boolean;
  change: (change: Partial<ReportState>) => void;
}) {
  const { t } = useTranslation('reports');
  const { state, span, compared, today, by, isOfNow, change } = props;
  const told = (name: 'span' | 'comparedWith', { from, to }: Span) =>
    from && to ? t(`period.${name}`, { from, to: lastDayOf(to) }) : t('period.whole');
  // Where nothing was chosen the picker begins with the days that are shown.
  const custom = span.from && span.to ? span : spanOf('last-30', today, {});
  const { from, to } = state.custom;
  // The same pair for the same days: the picker forgets a half-made choice whenever it is given another.
  const days = useMemo(
    (): [dayjs.Dayjs, dayjs.Dayjs] | null =>
      from && to ? [dayjs(from), dayjs(lastDayOf(to))] : null,
    [from, to],
  );
  return (
    <Flex vertical gap={4}>
      <Flex gap="small" wrap>
        <Select<Period>
          aria-label={t('period.label')}
          value={state.period}
          popupMatchSelectWidth={false}
          options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
          onChange={(period) => change(period === 'custom' ? { period, custom } : { period })}
        />
        {state.period === 'custom' && (
          <DatePicker.RangePicker
            aria-label={t('period.days')}
            allowClear={false}
            value={days}
            onChange={(chosen) => {
              const [first, last] = chosen ?? [];
              if (!first || !last) return;
              const end = last.add(1, 'day').format(date);
              change({ custom: { from: first.format(date), to: end } });
            }}
          />
        )}
        <Select<Grouping>
          aria-label={t('by.label')}
          value={by}
          popupMatchSelectWidth={false}
          listHeight={400}
          options={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={(chosen) => change({ by: chosen })}
        />
        <Tooltip title={isOfNow ? t('comparison.ofNow') : undefined}>
          <Select<Comparison>
            aria-label={t('comparison.label')}
            value={compared ? state.comparison : 'none'}
            disabled={isOfNow || !span.from}
            popupMatchSelectWidth={false}
            options={comparisons.map((value) => ({ value, label: t(`comparison.${value}`) }))}
            onChange={(comparison) => change({ comparison })}
          />
        </Tooltip>
      </Flex>
      <Typography.Text type="secondary" className="steady">
        {told('span', span)}
        {compared && ` · ${told('comparedWith', compared)}`}
        {compared && span.to && span.to > today && ` (${t('period.soFar')})`}
        {isOfNow && ` · ${t('period.ofNow')}`}
        {` · ${t('period.zone', { zone: state.timeZone })}`}
      </Typography.Text>
    </Flex>
  );
}
