import { DatePicker } from 'antd';
import type { DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { notAfter, readInstant } from './read-instant.js';
import type { DayAlone } from './read-instant.js';
import { isUnread, unread } from './unread.js';

const format = 'YYYY-MM-DD HH:mm';
/** Whoever composes with an input method chooses a word with it. */
const isEnter = ({ key, nativeEvent }: KeyboardEvent) => key === 'Enter' && !nativeEvent.isComposing;

interface Props {
  id?: string;
  className?: string;
  'aria-label'?: string;
  placeholder?: string;
  value?: Dayjs | null;
  /** Null for none; `isUnread` of what is typed and cannot be read. */
  onChange?: (value: Dayjs | null) => void;
  /** What is typed and cannot be read, where somebody wants to repeat it. */
  onUnread?: (text: string) => void;
  dayAlone?: DayAlone;
  /** It has happened: today, an hour that is to come is now. */
  isPast?: boolean;
  presets?: NonNullable<DatePickerProps['presets']>;
  /** Days that cannot be meant, chosen or typed. */
  disabledDate?: (day: Dayjs) => boolean;
}

/**
 * A day and a time, typed or chosen, the same in every form. What is chosen counts at once. What is typed counts as it
 * reads on Enter and when the field is left, which pressing a button does too; until then nothing is made of half of it.
 */
export function DateTimeField(props: Props) {
  const { value, onChange, onUnread, dayAlone = 'noon', isPast = false, ...rest } = props;
  const place = useRef<HTMLSpanElement>(null);
  // What is left in the box while it cannot be read stands beside the value before it.
  const [readable, setReadable] = useState(isUnread(value) ? null : (value ?? null));
  if (!isUnread(value) && readable !== (value ?? null)) setReadable(value ?? null);
  // The calendar gives what was chosen in it once more as it closes: what was typed after that counts.
  const isTyped = useRef(false);
  const change = (given: Dayjs | null) => {
    onChange?.(given && isPast ? dayjs(notAfter(given.toDate(), new Date())) : given);
  };
  const read = () => {
    const text = place.current?.querySelector('input')?.value.trim() ?? '';
    if (!isUnread(value) && text === (readable?.format(format) ?? '')) return;
    isTyped.current = true;
    if (text === '') return change(null);
    const found = readInstant(text, dayAlone);
    if (found && rest.disabledDate?.(dayjs(found)) !== true) return change(dayjs(found));
    onChange?.(unread());
    onUnread?.(text);
  };
  const leave = ({ target }: FocusEvent) => {
    if (target instanceof HTMLInputElement && place.current?.contains(target)) read();
  };
  const noon = dayjs().startOf('day').hour(12);
  return (
    <span
      ref={place}
      onBlur={leave}
      onKeyDownCapture={(event) => isEnter(event) && read()}
      // It ends what is typed; it does not send the form as well.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    >
      <DatePicker
        {...rest}
        format={format}
        showTime={{
          format: 'HH:mm',
          defaultOpenValue: dayAlone === 'noon' ? noon : noon.startOf('day'),
        }}
        needConfirm={false}
        preserveInvalidOnBlur
        value={readable}
        {...(isUnread(value) && { status: 'error' as const })}
        onCalendarChange={(chosen) => {
          isTyped.current = false;
          if (!Array.isArray(chosen)) change(chosen);
        }}
        onChange={(chosen) => {
          if (chosen === null || !isTyped.current) change(chosen);
        }}
      />
    </span>
  );
}
