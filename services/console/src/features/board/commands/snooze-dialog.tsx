import { Alert, Form, Segmented, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateTimeField } from '../../../shared/date-time-field.js';
import { SnoozeEffect } from '../../../shared/foretold/snooze-effect.js';
import { useServerTime } from '../../../shared/server-time.js';
import { isUnread } from '../../../shared/unread.js';
import { ownZone } from '../../../shared/zoned-text.js';
import { caseOf } from '../board-queries.js';
import type { NamedCase } from '../board-types.js';
import { CommandManyDialog, fewCases } from './command-many-dialog.js';
import { hasSnoozable, isSnoozable, snoozeChoices, snoozeUntil } from './snooze-until.js';
import type { SnoozeChoice } from './snooze-until.js';

const reasons = [
  'worked-on',
  'awaiting-customer',
  'awaiting-third-party',
  'agreed-appointment',
  'other',
] as const;

interface Values {
  choice: SnoozeChoice;
  date?: Dayjs;
  reason: (typeof reasons)[number];
}

/** No warnings of these cases for a while. */
export function SnoozeDialog(props: {
  cases: readonly NamedCase[];
  /** Those that were chosen too and are critical: their reminders go on. */
  critical?: readonly NamedCase[];
  onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const choice = Form.useWatch('choice', form);
  const date = Form.useWatch('date', form);
  const { critical = [], ...rest } = props;
  const seen = useQueries({
    queries: (props.cases.length <= fewCases ? props.cases : []).map(({ id }) => caseOf(id)),
  });
  const areKnown = seen.every(({ data }) => data !== undefined);
  const chosenDate = date?.isValid() ? date.valueOf() : undefined;
  const now = useServerTime() ?? new Date().getTime();
  return (
    <CommandManyDialog<Values>
      {...rest}
      command="snooze-reminders"
      title={t('snooze.title')}
      submit={t('snooze.submit')}
      form={form}
      initialValues={{ choice: '60', reason: 'worked-on' }}
      toBody={({ choice, date, reason }) => ({
        until: new Date(snoozeUntil(choice, now, date?.valueOf()) ?? now).toISOString(),
        reason,
      })}
    >
      {critical.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="board-meant"
          title={t('snooze.criticalGoOn', {
            numbers: critical.map(({ number }) => number).join(t('snooze.and')),
          })}
        />
      )}
      <Form.Item name="choice" label={t('snooze.until')}>
        <Segmented
          vertical
          options={snoozeChoices.map((value) => ({ value, label: t(`snooze.choices.${value}`) }))}
        />
      </Form.Item>
      {choice === 'date' && (
        <Form.Item
          name="date"
          label={t('snooze.date')}
          extra={t('snooze.zone', { zone: ownZone() })}
          rules={[
            {
              validator: (_, date?: Dayjs) =>
                date?.isValid() && isSnoozable(date.valueOf(), now)
                  ? Promise.resolve()
                  : Promise.reject(
                      new Error(
                        t(isUnread(date) ? 'time.unread' : 'snooze.needDate', {
                          ns: isUnread(date) ? 'common' : 'board',
                        }),
                      ),
                    ),
            },
          ]}
        >
          <DateTimeField
            dayAlone="start"
            disabledDate={(day) => !hasSnoozable(day.startOf('day').valueOf(), now)}
          />
        </Form.Item>
      )}
      <SnoozeEffect
        until={choice && areKnown ? snoozeUntil(choice, now, chosenDate) : undefined}
        {...(props.cases.length <= fewCases && { cases: seen.flatMap(({ data }) => data ?? []) })}
      />
      <Form.Item name="reason" label={t('snooze.reason')}>
        <Select
          options={reasons.map((value) => ({ value, label: t(`snooze.reasons.${value}`) }))}
        />
      </Form.Item>
    </CommandManyDialog>
  );
}
