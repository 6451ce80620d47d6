import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DateTimeField } from '../../shared/date-time-field.js';
import { Field } from '../../shared/field.js';
import { useToday } from '../../shared/server-time.js';
import { isUnread } from '../../shared/unread.js';
import { useTimeHint } from './use-time-hint.js';

/** Until when whoever asks was promised an answer, where they were promised any. */
export function PromisedBy(props: {
  value: Dayjs | null;
  onChange: (promisedBy: Dayjs | null) => void;
}) {
  const { t } = useTranslation('desk');
  const { value, onChange } = props;
  const today = useToday();
  return (
    <Field
      id="desk-promised-by"
      label={t('question.promisedBy')}
      hint={useTimeHint()}
      fault={isUnread(value) ? t('time.unread', { ns: 'common' }) : undefined}
    >
      <DateTimeField
        id="desk-promised-by"
        value={value}
        disabledDate={(date) => date.isBefore(today, 'day')}
        onChange={onChange}
      />
    </Field>
  );
}
