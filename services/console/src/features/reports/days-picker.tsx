import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOf } from './period.js';
import type { ReportState } from './report-state.js';

const date = 'YYYY-MM-DD';

/** The first and the last day that somebody chose; the end of a period is the day after it. */
export function DaysPicker(props: {
  custom: ReportState['custom'];
  onChange: (custom: ReportState['custom']) => void;
}) {
  const { t } = useTranslation('reports');
  const { from, to } = props.custom;
  // The same pair for the same days: the picker forgets a half-made choice whenever it is given another.
  const days = useMemo(
    (): [dayjs.Dayjs, dayjs.Dayjs] | null =>
      from && to ? [dayjs(from), dayjs(lastDayOf(to))] : null,
    [from, to],
  );
  return (
    <DatePicker.RangePicker
      aria-label={t('period.days')}
      allowClear={false}
      value={days}
      onChange={(chosen) => {
        const [first, last] = chosen ?? [];
        if (!first || !last) return;
        props.onChange({ from: first.format(date), to: last.add(1, 'day').format(date) });
      }}
    />
  );
}
