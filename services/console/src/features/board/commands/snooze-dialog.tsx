import { Form, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerTime } from '../../../shared/server-time.js';
import type { NamedCase } from '../board-types.js';
import { CommandManyDialog } from './command-many-dialog.js';

const reasons = [
  'worked-on',
  'awaiting-customer',
  'awaiting-third-party',
  'agreed-appointment',
  'other',
] as const;
const spans = [30, 60, 120, 240, 480, 1_440] as const;

interface Values {
  minutes: (typeof spans)[number];
  reason: (typeof reasons)[number];
}

/** No warnings of these cases for a while. */
export function SnoozeDialog(props: { cases: readonly NamedCase[]; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const now = useServerTime();
  const until = (minutes: number) =>
    new Date((now ?? new Date().getTime()) + minutes * 60_000).toISOString();
  return (
    <CommandManyDialog<Values>
      {...props}
      command="snooze-reminders"
      title={t('snooze.title')}
      submit={t('snooze.submit')}
      form={form}
      initialValues={{ minutes: 60, reason: 'worked-on' }}
      toBody={({ minutes, reason }) => ({ until: until(minutes), reason })}
    >
      <p>{t('snooze.hint')}</p>
      <Form.Item name="minutes" label={t('snooze.until')}>
        <Segmented
          options={spans.map((value) => ({
            value,
            label:
              value < 60 ? t('snooze.minutes', { n: value }) : t('snooze.hours', { n: value / 60 }),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('snooze.reason')}>
        <Select
          options={reasons.map((value) => ({ value, label: t(`snooze.reasons.${value}`) }))}
        />
      </Form.Item>
    </CommandManyDialog>
  );
}
