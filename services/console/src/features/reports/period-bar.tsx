import { Flex, Select, Tooltip, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/on-demand.js';
import { matchesZone, offsetOf, zones } from '../../shared/time-zones.js';
import type { Dashboard } from './dashboards.js';
import { comparedBy, comparisons, lastDayOf, periods, spanOf } from './period.js';
import type { Comparison, Period, Span } from './period.js';
import type { Grouping, OwnSlices, ReportState } from './report-state.js';
import { groupingsOf } from './report-state.js';

// The calendar is for those who choose days of their own.
const DaysPicker = onDemand(async () => (await import('./days-picker.js')).DaysPicker);

/** Which days are counted, by what they are grouped, and what they are compared with. */
export function PeriodBar(props: {
  state: ReportState;
  span: Span;
  compared: Span | undefined;
  today: string;
  by: Grouping;
  ofNow?: Dashboard['ofNow'];
  slices?: OwnSlices;
  change: (change: Partial<ReportState>) => void;
}) {
  const { t } = useTranslation('reports');
  const { state, span, compared, today, by, ofNow, slices = {}, change } = props;
  const told = (name: 'span' | 'comparedWith', { from, to }: Span) =>
    from && to ? t(`period.${name}`, { from, to: lastDayOf(to) }) : t('period.whole');
  const nameOf = (comparison: Comparison) => {
    const by = comparedBy({ ...state, comparison });
    // Of a month the days before are those of the month before, not as many just before.
    if (comparison === 'previous' && by !== 'days') return t(`comparison.before.${by}`);
    return t(`comparison.${comparison}`);
  };
  const isNarrowed = ofNow !== undefined && (span.from !== undefined || span.to !== undefined);
  // Where nothing was chosen the picker begins with the days that are shown.
  const custom = span.from && span.to ? span : spanOf('last-30', today, {});
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
          <DaysPicker custom={state.custom} onChange={(chosen) => change({ custom: chosen })} />
        )}
        <Select<Grouping>
          aria-label={t('by.label')}
          prefix={t('by.prefix')}
          value={by}
          popupMatchSelectWidth={false}
          listHeight={400}
          options={groupingsOf(slices).map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={(chosen) => change({ by: chosen })}
        />
        <Tooltip title={ofNow && t(`comparison.ofNow.${ofNow}`)}>
          <Select<Comparison>
            aria-label={t('comparison.label')}
            value={compared ? state.comparison : 'none'}
            disabled={ofNow !== undefined || !span.from}
            popupMatchSelectWidth={false}
            // As wide as its longest choice: another one moves nothing beside it.
            style={{ inlineSize: 260 }}
            options={comparisons.map((value) => ({ value, label: nameOf(value) }))}
            onChange={(comparison) => change({ comparison })}
          />
        </Tooltip>
        <Select
          aria-label={t('period.timeZone')}
          showSearch={{
            filterOption: (written, option) => matchesZone(written, option?.value ?? ''),
          }}
          optionRender={({ value }) => `${value ?? ''} (${offsetOf(String(value))})`}
          value={state.timeZone}
          popupMatchSelectWidth={false}
          options={zones}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Flex>
      <Typography.Text
        type={isNarrowed ? undefined : 'secondary'}
        strong={isNarrowed}
        className="steady report-told"
      >
        {!ofNow && told('span', span)}
        {compared && ` · ${told('comparedWith', compared)}`}
        {compared && t(`period.by.${comparedBy(state)}`)}
        {compared && span.to && span.to > today && ` (${t('period.soFar')})`}
        {ofNow && !isNarrowed && t(`period.ofNow.${ofNow}`)}
        {ofNow && isNarrowed && t(`period.narrowed.${ofNow}`, { span: told('span', span) })}
        {` · ${t('period.zone', { zone: state.timeZone })}`}
      </Typography.Text>
    </Flex>
  );
}
