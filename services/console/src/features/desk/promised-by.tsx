import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/field.js';

/** Until when whoever asks was promised an answer, where they were promised any. */
export function PromisedBy(props: {
  value: string | undefined;
  onChange: (promisedBy: string | undefined) => void;
}) {
  const { t } = useTranslation('desk');
  const { value, onChange } = props;
  return (
    <Field id="desk-promised-by" label={t('question.promisedBy')}>
      <DatePicker
        id="desk-promised-by"
        showTime={{ format: 'HH:mm' }}
        needConfirm={false}
        format="YYYY-MM-DD HH:mm"
        value={value === undefined ? null : dayjs(value)}
        disabledDate={(date) => date.isBefore(dayjs(), 'day')}
        onChange={(date) => onChange(date?.toISOString())}
      />
    </Field>
  );
}
