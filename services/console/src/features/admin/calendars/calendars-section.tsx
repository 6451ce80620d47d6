import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Flex, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { SectionFrame } from '../section-frame.js';
import { MonthView } from './month-view.js';
import { NewVersion } from './new-version.js';

/** The calendars of the policy in force: what they hold day by day, and how the next version is written. */
export function CalendarsSection() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const [isWriting, setIsWriting] = useState(false);
  const calendars = useQuery({
    queryKey: ['calendars'],
    queryFn: () => bodyOf(api.GET('/api/v1/calendars')),
  });
  const month = search.get('month') ?? dayjs().format('YYYY-MM');
  return (
    <SectionFrame name="calendars">
      <Loaded asked={calendars}>
        {({ items }) => {
          const current = items.filter(({ isCurrent }) => isCurrent);
          const shown = current.find(({ id }) => id === search.get('calendar')) ?? current[0]!;
          const go = (next: { calendar?: string; month?: string }) =>
            setSearch({ calendar: shown.id, month, ...next }, { replace: true });
          const versions = items.filter(({ id }) => id === shown.id);
          return (
            <Flex vertical gap="middle">
              <Flex gap="small" wrap align="center">
                <Select
                  aria-label={t('calendars.calendar')}
                  value={shown.id}
                  onChange={(calendar) => go({ calendar })}
                  options={current.map(({ id }) => ({ value: id, label: id }))}
                  style={{ minWidth: 160 }}
                />
                <Button
                  aria-label={t('calendars.previous')}
                  onClick={() => go({ month: shift(month, -1) })}
                >
                  {'‹'}
                </Button>
                <DatePicker
                  picker="month"
                  aria-label={t('calendars.month')}
                  allowClear={false}
                  value={dayjs(`${month}-01`)}
                  onChange={(value) => value && go({ month: value.format('YYYY-MM') })}
                />
                <Button
                  aria-label={t('calendars.next')}
                  onClick={() => go({ month: shift(month, 1) })}
                >
                  {'›'}
                </Button>
                <span>{shown.tz}</span>
                {shown.isOpen ? (
                  <Tag color="green">{t('calendars.open')}</Tag>
                ) : (
                  <span>
                    {t('calendars.closedUntil')} <Instant at={shown.worksAt} />
                  </span>
                )}
                <Button type="primary" onClick={() => setIsWriting(true)}>
                  {t('calendars.write')}
                </Button>
              </Flex>
              <Flex gap="small" wrap align="center">
                <span>{t('calendars.versions')}</span>
                {versions.map(({ reference, validFrom, isCurrent }) => (
                  <Tag key={reference} color={isCurrent ? 'green' : undefined}>
                    {validFrom === undefined
                      ? reference
                      : t('calendars.validFrom', { reference, date: validFrom })}
                  </Tag>
                ))}
              </Flex>
              <MonthView calendar={shown.id} month={month} />
              <NewVersion
                isOpen={isWriting}
                versions={versions}
                onClose={() => setIsWriting(false)}
              />
            </Flex>
          );
        }}
      </Loaded>
    </SectionFrame>
  );
}

const shift = (month: string, by: number) =>
  dayjs(`${month}-01`).add(by, 'month').format('YYYY-MM');
