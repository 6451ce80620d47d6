import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Loaded } from '../../../shared/loaded.js';
import { useNamed } from '../../../shared/use-named.js';
import { weekdays } from './calendar-text.js';
import { weeksOf } from './weeks.js';

const colours = { holiday: 'red', 'make-up': 'green', 'other-hours': 'orange' } as const;

/** A month as people plan by it: hours of each day, holidays, and the days worked in their place. */
export function MonthView({ calendar, month }: { calendar: string; month: string }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const found = useQuery({
    queryKey: ['calendars', calendar, month],
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/calendars/{id}', {
          params: { path: { id: calendar }, query: { month } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded asked={found}>
      {({ days }) => (
        <Flex vertical gap="small">
          <Typography.Text>{t('calendars.sum', countsOf(days))}</Typography.Text>
          <table className="admin-month">
            <caption className="admin-caption">{t('calendars.of', { calendar, month })}</caption>
            <thead>
              <tr>
                {weekdays.map((day) => (
                  <th key={day} scope="col">
                    {t(`weekdays.${day}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(days).map((week, index) => (
                <tr key={index}>
                  {week.map((day, at) =>
                    day === undefined ? (
                      <td key={at} aria-hidden />
                    ) : (
                      <td key={at} className={classOf(day)}>
                        <Flex justify="space-between" gap={4}>
                          <Typography.Text strong className="steady">
                            {Number(day.date.slice(8))}
                          </Typography.Text>
                          {day.exception && (
                            <Tag color={colours[day.exception]}>
                              {t(`calendars.exceptions.${day.exception}`)}
                            </Tag>
                          )}
                        </Flex>
                        {day.name !== null && <div>{named(day.name)}</div>}
                        {day.isOpen ? (
                          day.windows.map(([from, to], position) => (
                            <div key={position} className="steady">
                              {`${String(from)}–${String(to)}`}
                            </div>
                          ))
                        ) : (
                          <Typography.Text type="secondary">
                            {t('calendars.dayOff')}
                          </Typography.Text>
                        )}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Flex>
      )}
    </Loaded>
  );
}

interface Day {
  isOpen: boolean;
  exception: 'holiday' | 'make-up' | 'other-hours' | null;
}

const classOf = ({ isOpen, exception }: Day) =>
  exception ? `admin-month-${exception}` : isOpen ? undefined : 'admin-month-closed';

const countsOf = (days: readonly Day[]) => ({
  working: days.filter(({ isOpen }) => isOpen).length,
  holidays: days.filter(({ exception }) => exception === 'holiday').length,
  makeUp: days.filter(({ exception }) => exception === 'make-up').length,
});
