import { Button, DatePicker, Flex, Form, Input, Segmented } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ExceptionalDays } from './calendar-text.js';

interface Values {
  kind: ExceptionalDays['kind'];
  days: [Dayjs, Dayjs];
  zh?: string;
  en?: string;
}

/** Holidays and make-up days, put into the text without typing their dates. */
export function DaysForm(props: {
  /** Into a text with gaps nothing can be put. */
  isReadable: boolean;
  onAdd: (days: ExceptionalDays) => void;
}) {
  const { t } = useTranslation('admin');
  const { isReadable, onAdd } = props;
  const [form] = Form.useForm<Values>();
  const add = ({ kind, days: [from, to], zh, en }: Values) => {
    const name = zh || en ? { zh: zh || en!, en: en || zh! } : undefined;
    const dates = { from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') };
    onAdd({ kind, ...dates, ...(name && { name }) });
    form.resetFields(['days']);
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ kind: 'holiday' }}
      requiredMark={false}
      onFinish={add}
    >
      <Flex gap="small" wrap align="end">
        <Form.Item name="kind" label={t('calendars.days.kind')}>
          <Segmented
            options={(['holiday', 'make-up'] as const).map((value) => ({
              value,
              label: t(`calendars.exceptions.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="days"
          label={t('calendars.days.dates')}
          rules={[{ required: true, message: t('calendars.days.needDates') }]}
        >
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="zh" label={t('nameZh')}>
          <Input style={{ width: 130 }} />
        </Form.Item>
        <Form.Item name="en" label={t('nameEn')}>
          <Input style={{ width: 130 }} />
        </Form.Item>
        <Form.Item>
          <Button htmlType="submit" disabled={!isReadable}>
            {t('calendars.days.add')}
          </Button>
        </Form.Item>
      </Flex>
    </Form>
  );
}
